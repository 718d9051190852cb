package org.webinararchiver.standalone.progress;

import java.util.Locale;
import org.webinararchiver.api.recordings.RecordingView;

/** How a recording stands, in one line of plain words. */
final class ProgressText {
    private static final int THOUSAND = 1000;

    private ProgressText() {}

    static String of(RecordingView recording) {
        var progress = recording.progress();
        return switch (recording.state()) {
            case PENDING -> "asking the platform what there is";
            case DOWNLOADING ->
                "fetching: %d of %d files, %s"
                        .formatted(progress.stored(), progress.segments(), bytes(progress.bytes()));
            case DOWNLOADED -> "fetched: %d files, %s".formatted(progress.stored(), bytes(progress.bytes()));
            case PROCESSING -> "building the video: %d %%".formatted(percent(progress.compiled()));
            case PROCESSED, UPLOADING, UPLOADED -> "done";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
            case CANCELLED -> "cancelled";
        };
    }

    /** From 0 to 1 over the whole recording, for a bar: what waits for the network takes most of the time. */
    static double share(RecordingView recording) {
        var progress = recording.progress();
        return switch (recording.state()) {
            case PENDING -> 0;
            case DOWNLOADING ->
                progress.segments() == 0 ? 0 : 0.6 * (progress.stored() + progress.missing()) / progress.segments();
            case DOWNLOADED -> 0.6;
            case PROCESSING -> 0.6 + 0.4 * progress.compiled();
            case PROCESSED, UPLOADING, UPLOADED, FAILED, SKIPPED, CANCELLED -> 1;
        };
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    private static String bytes(long count) {
        if (count < THOUSAND * THOUSAND) {
            return "%d kB".formatted(Math.ceilDiv(count, THOUSAND));
        }
        return String.format(Locale.ROOT, "%.1f MB", count / 1e6);
    }
}
