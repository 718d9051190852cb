package org.webinararchiver.standalone.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import org.webinararchiver.client.Recording;
import org.webinararchiver.client.RecordingState;

/** How fast a recording comes on: by what came of it during the last seconds, and what it took since its step began. */
final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(6);
    private static final Duration TOO_SHORT = Duration.ofMillis(900);
    /** Before so much is done, or in less time, nobody can tell how long the rest takes. */
    private static final double TOO_LITTLE = 0.02;

    private static final Duration TOO_SOON = Duration.ofSeconds(2);
    private static final Duration NOBODY_WAITS_SO_LONG = Duration.ofDays(2);

    private final Deque<Sample> samples = new ArrayDeque<>();
    private RecordingState step = RecordingState.UNKNOWN;
    private Sample stepBegan;

    private record Sample(Instant at, long bytes, double share) {}

    /** Notes how a recording stands now. */
    void note(Instant now, Recording recording) {
        var sample = new Sample(now, recording.progress().bytes(), ProgressText.shareOfStep(recording));
        if (recording.state() != step) {
            step = recording.state();
            stepBegan = sample;
            samples.clear();
        }
        samples.addLast(sample);
        while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
    }

    /** Bytes a second; empty when it is not fetched, or only just. */
    OptionalDouble bytesASecond() {
        if (step != RecordingState.DOWNLOADING) {
            return OptionalDouble.empty();
        }
        var seconds =
                Duration.between(samples.getFirst().at(), samples.getLast().at());
        return seconds.compareTo(TOO_SHORT) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (samples.getLast().bytes() - samples.getFirst().bytes()) * 1000.0 / seconds.toMillis());
    }

    /** How long its present step still takes, if it goes on as since its beginning. */
    Optional<Duration> left() {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        var latest = samples.getLast();
        var took = Duration.between(stepBegan.at(), latest.at());
        var done = latest.share() - stepBegan.share();
        if (done < TOO_LITTLE || took.compareTo(TOO_SOON) < 0) {
            return Optional.empty();
        }
        var left = Duration.ofMillis(Math.round(took.toMillis() * (1 - latest.share()) / done));
        return Optional.of(left).filter(time -> time.compareTo(NOBODY_WAITS_SO_LONG) < 0);
    }
}
