package org.webinararchiver.standalone.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.client.Recording;

/** How a recording stands, in plain words. */
public final class ProgressText {
    /** Of the whole way, fetching takes about so much. */
    private static final double FETCHED = 0.6;

    private ProgressText() {}

    /** What is done of it just now. */
    public static String step(Recording recording) {
        if (recording.paused()) {
            return "paused";
        }
        return switch (recording.state()) {
            case PENDING -> "asking the platform what there is";
            case DOWNLOADING -> "fetching";
            case DOWNLOADED -> "fetched";
            case PROCESSING -> "building the video";
            case PROCESSED, UPLOADING, UPLOADED -> "done";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
            case CANCELLED -> "cancelled";
            case UNKNOWN -> "under way";
        };
    }

    /** The same in a word, for where there is little room. */
    static String briefStep(Recording recording) {
        return switch (recording.state()) {
            case PENDING -> "asking";
            case DOWNLOADING, DOWNLOADED -> "fetching";
            case PROCESSING -> "building";
            case PROCESSED, UPLOADING, UPLOADED, FAILED, SKIPPED, CANCELLED, UNKNOWN -> step(recording);
        };
    }

    /** What is done and how far it has come, the more important first. */
    static List<String> details(Recording recording, Pace pace) {
        var details = new ArrayList<String>();
        var progress = recording.progress();
        switch (recording.state()) {
            case DOWNLOADING, DOWNLOADED -> {
                details.add("%d of %d files".formatted(progress.stored(), progress.segments()));
                details.add(ByteText.of(progress.bytes()));
                pace.bytesASecond().ifPresent(speed -> details.add(ByteText.of(speed) + "/s"));
            }
            case PROCESSING -> {
                details.add("%d %%".formatted(Math.round(progress.compiled() * 100)));
                if (recording.duration() != null) {
                    details.add("%s of %s"
                            .formatted(ClockText.brief(built(recording)), ClockText.brief(recording.duration())));
                }
            }
            case PENDING, PROCESSED, UPLOADING, UPLOADED, FAILED, SKIPPED, CANCELLED, UNKNOWN -> {
                // There is nothing to count.
            }
        }
        pace.left().ifPresent(time -> details.add(ClockText.brief(time) + " left"));
        return details;
    }

    /** One line of all that is known. */
    static String of(Recording recording, Pace pace) {
        var details = String.join(", ", details(recording, pace));
        return details.isEmpty() ? step(recording) : step(recording) + ": " + details;
    }

    /** From 0 to 1 over the whole way, for a bar. */
    static double share(Recording recording) {
        return switch (recording.state()) {
            case PENDING, UNKNOWN -> 0;
            case DOWNLOADING -> FETCHED * shareOfStep(recording);
            case DOWNLOADED -> FETCHED;
            case PROCESSING -> FETCHED + (1 - FETCHED) * shareOfStep(recording);
            case PROCESSED, UPLOADING, UPLOADED, FAILED, SKIPPED, CANCELLED -> 1;
        };
    }

    /** From 0 to 1 over the present step. */
    static double shareOfStep(Recording recording) {
        var progress = recording.progress();
        return switch (recording.state()) {
            case DOWNLOADING ->
                progress.segments() == 0
                        ? 0
                        : Math.min(1, (progress.stored() + progress.missing()) / (double) progress.segments());
            case PROCESSING -> Math.clamp(progress.compiled(), 0, 1);
            case PENDING, UNKNOWN -> 0;
            case DOWNLOADED, PROCESSED, UPLOADING, UPLOADED, FAILED, SKIPPED, CANCELLED -> 1;
        };
    }

    private static Duration built(Recording recording) {
        return Duration.ofMillis(Math.round(recording.duration().toMillis() * shareOfStep(recording)));
    }
}
