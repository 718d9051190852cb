package org.webinararchiver.platform.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.FetchProgress;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.task.Pauses;

/** How recordings stand, with as many queries for a page of them as for one. Runs in the caller's transaction. */
@ApplicationScoped
public class Standings {
    private final Recordings recordings;
    private final Segments segments;
    private final CompileShares compiling;
    private final Pauses pauses;
    private final Artifacts artifacts;

    public Standings(
            Recordings recordings, Segments segments, CompileShares compiling, Pauses pauses, Artifacts artifacts) {
        this.recordings = recordings;
        this.segments = segments;
        this.compiling = compiling;
        this.pauses = pauses;
        this.artifacts = artifacts;
    }

    /** Of those that there are among these, in any order; a few hundred at most. */
    public List<Standing> of(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : of(recordings.list("id in ?1", ids));
    }

    /** Of these, in their order; a few hundred at most. */
    public List<Standing> of(List<Recording> page) {
        var ids = page.stream().map(Recording::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var fetched = segments.progress(ids);
        var compiled = compiling.of(ids);
        var paused = pauses.pausedAmong(ids);
        var videos = videos(page);
        return page.stream()
                .map(recording -> new Standing(
                        recording,
                        fetched.getOrDefault(recording.id(), FetchProgress.NOTHING),
                        isProcessed(recording) ? 1 : compiled.getOrDefault(recording.id(), 0.0),
                        paused.contains(recording.id()),
                        Optional.ofNullable(videos.get(recording.id()))))
                .toList();
    }

    private Map<UUID, Artifact> videos(List<Recording> page) {
        var wanted = page.stream()
                .filter(Standings::isProcessed)
                .collect(Collectors.toMap(
                        Recording::id,
                        recording -> recording.options().fileName().value()));
        return artifacts.ofRecordings(wanted.keySet()).stream()
                .filter(file -> file.name().equals(wanted.get(file.recording())))
                .collect(Collectors.toMap(Artifact::recording, Function.identity()));
    }

    private static boolean isProcessed(Recording recording) {
        return recording.state() == RecordingState.PROCESSED;
    }
}
