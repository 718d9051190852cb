package org.webinararchiver.api.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.paging.Cursor;
import org.webinararchiver.api.recordings.RecordingView.ArtifactView;
import org.webinararchiver.api.recordings.RecordingView.GapView;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.Gap;
import org.webinararchiver.platform.catalog.Gaps;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.RecordingPages;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.standing.Standings;

/** Reads what the API shows of recordings. */
@ApplicationScoped
public class RecordingViews {
    private final Recordings recordings;
    private final RecordingPages pages;
    private final Standings standings;
    private final Gaps gaps;
    private final Artifacts artifacts;

    public RecordingViews(
            Recordings recordings, RecordingPages pages, Standings standings, Gaps gaps, Artifacts artifacts) {
        this.recordings = recordings;
        this.pages = pages;
        this.standings = standings;
        this.gaps = gaps;
        this.artifacts = artifacts;
    }

    /** @throws NotFoundException when there is no such recording */
    @Transactional
    public RecordingView of(UUID id) {
        return view(recordings.findByIdOptional(id).orElseThrow(NotFoundException::new));
    }

    /** @throws NotFoundException when this owner has no such recording */
    @Transactional
    public RecordingView of(String owner, UUID id) {
        return view(recordings.ofOwner(owner, id).orElseThrow(NotFoundException::new));
    }

    /** @throws NotFoundException when this caller sees no such recording */
    @Transactional
    public RecordingView of(Caller caller, UUID id) {
        return caller.seesAll() ? of(id) : of(caller.owner(), id);
    }

    private RecordingView view(Recording recording) {
        var standing = standings.of(List.of(recording)).getFirst();
        return new RecordingView(
                RecordingSummary.of(standing),
                gaps.ofRecording(recording.id()).stream()
                        .map(RecordingViews::gap)
                        .toList(),
                artifacts.ofRecording(recording.id()).stream()
                        .map(ArtifactView::of)
                        .toList());
    }

    /** Of those that there are among these. */
    @Transactional
    public List<RecordingSummary> summaries(Collection<UUID> ids) {
        return standings.of(ids).stream().map(RecordingSummary::of).toList();
    }

    /** A page of an owner's recordings, and where the next one begins. */
    @Transactional
    public RecordingList page(RecordingPages.Wanted wanted, Optional<Cursor> after, int most) {
        var found = pages.next(wanted, after.map(Cursor::last), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new RecordingList(
                standings.of(shown).stream().map(RecordingSummary::of).toList(),
                found.size() > most ? new Cursor(shown.getLast().id()).text() : null);
    }

    /** A finished file of this name and the recording that it is of; empty when this caller sees none. */
    @Transactional
    public Optional<FinishedFile> artifact(Caller caller, UUID id, String name) {
        return recordings
                .findByIdOptional(id)
                .filter(recording -> caller.sees(recording.owner()))
                .flatMap(recording -> artifacts.named(id, name).map(file -> new FinishedFile(recording, file)));
    }

    /** A file and what it was made of. */
    public record FinishedFile(Recording recording, Artifact file) {}

    private static GapView gap(Gap gap) {
        return new GapView(
                gap.kind(),
                gap.name().orElse(null),
                gap.participant().orElse(null),
                gap.from().orElse(null),
                gap.to().orElse(null),
                gap.reason());
    }
}
