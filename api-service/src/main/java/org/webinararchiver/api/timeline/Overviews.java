package org.webinararchiver.api.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.core.chart.Overview;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.task.Transactions;

/** Reads what there is of recordings when. */
@ApplicationScoped
class Overviews {
    private static final int NOT_FOUND = 404;

    private final Recordings recordings;
    private final Segments segments;
    private final ManifestStore manifests;
    private final Transactions transactions;

    Overviews(Recordings recordings, Segments segments, ManifestStore manifests, Transactions transactions) {
        this.recordings = recordings;
        this.segments = segments;
        this.manifests = manifests;
        this.transactions = transactions;
    }

    private record Known(String manifestKey, ManifestWindow window, Set<String> missing) {}

    /**
     * Of the part of a recording that is wanted.
     *
     * @throws NotFoundException when this caller sees no such recording
     * @throws WebApplicationException when its source has not told yet what it consists of
     */
    Overview of(Caller caller, UUID id) throws IOException {
        var known = transactions.call(() -> known(caller, id));
        return Overview.of(part(manifests.get(known.manifestKey()), known.window()), known.missing());
    }

    private Known known(Caller caller, UUID id) {
        var recording = recordings
                .findByIdOptional(id)
                .filter(found -> caller.sees(found.owner()))
                .orElseThrow(NotFoundException::new);
        var key = recording.manifestKey().orElseThrow(() -> notYet(recording));
        var options = recording.options();
        return new Known(
                key,
                ManifestWindow.of(options.start(), options.maxDuration()),
                missing(segments.ofRecording(recording.id())));
    }

    private static WebApplicationException notYet(Recording recording) {
        return Problem.refused(
                NOT_FOUND,
                "no-timeline-yet",
                "What the recording consists of is not known yet.",
                "It is " + recording.state() + ". Ask again once it has a title.");
    }

    /** What could not be had, and has no twin that could. */
    private static Set<String> missing(List<StoredSegment> all) {
        var stored = all.stream()
                .filter(each -> each.state() == SegmentState.STORED)
                .map(each -> each.segment().id())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(each -> each.state() == SegmentState.MISSING)
                .map(StoredSegment::segment)
                .filter(each -> each.playlist()
                        .filter(twin -> stored.contains(twin.id()))
                        .isEmpty())
                .map(Segment::id)
                .collect(Collectors.toSet());
    }

    private static Manifest part(Manifest manifest, ManifestWindow window) {
        try {
            return window.appliedTo(manifest);
        } catch (FailureException nothingLeft) {
            var failure = nothingLeft.failure();
            throw Problem.refused(NOT_FOUND, failure.reason(), failure.message(), failure.advice());
        }
    }
}
