package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * Whether a picture can be joined without encoding it again.
 *
 * @param reason why, in words for a person
 */
public record PictureDecision(PictureMethod method, String reason) {
    private static final Set<String> H264 = Set.of("avc1", "avc3");

    public PictureDecision {
        Objects.requireNonNull(method);
        Objects.requireNonNull(reason);
    }

    /**
     * Decides for a picture.
     *
     * @param probes of every segment that the picture shows, by id
     */
    public static PictureDecision of(Picture picture, Map<String, MediaProbe> probes) {
        if (picture.stretches().isEmpty()) {
            return new PictureDecision(PictureMethod.RENDER, "there is nothing to show");
        }
        Optional<VideoStream> first = Optional.empty();
        for (var stretch : picture.stretches()) {
            var obstacle = obstacle(stretch, first, probes);
            if (obstacle.isPresent()) {
                return new PictureDecision(PictureMethod.RENDER, obstacle.get());
            }
            first = first.or(() -> Optional.of(video(stretch, probes)));
        }
        return new PictureDecision(PictureMethod.COPY, "all files are H.264 of one form and adjoin");
    }

    private static Optional<String> obstacle(
            Stretch stretch, Optional<VideoStream> first, Map<String, MediaProbe> probes) {
        return switch (stretch) {
            case Blank blank ->
                Optional.of("there is no picture from %s to %s"
                        .formatted(Clockface.show(blank.at()), Clockface.show(blank.end())));
            case Footage footage ->
                obstacle(footage, video(footage, probes), first)
                        .map(words -> "the file at %s %s".formatted(Clockface.show(stretch.at()), words));
        };
    }

    private static Optional<String> obstacle(Footage footage, VideoStream video, Optional<VideoStream> first) {
        if (!H264.contains(video.codec())) {
            return Optional.of("is coded as %s, not as H.264".formatted(video.codec()));
        }
        if (isEnteredInTheMiddle(footage, video)) {
            return Optional.of("is not shown from its beginning");
        }
        return first.filter(one -> !one.fingerprint().equals(video.fingerprint()))
                .map(one -> "differs: " + difference(video, one));
    }

    /** Only its first frame is sure to be one that needs no other. */
    private static boolean isEnteredInTheMiddle(Footage footage, VideoStream video) {
        return !footage.from().equals(video.start());
    }

    private static String difference(VideoStream video, VideoStream first) {
        if (video.width() != first.width() || video.height() != first.height()) {
            return "%dx%d instead of %dx%d".formatted(video.width(), video.height(), first.width(), first.height());
        }
        return "its encoder's settings are not those of the first file";
    }

    private static VideoStream video(Stretch stretch, Map<String, MediaProbe> probes) {
        return switch (stretch) {
            case Footage footage -> probes.get(footage.segment()).video().orElseThrow();
            case Blank blank -> throw new IllegalArgumentException("nothing is shown at " + blank.at());
        };
    }

    /** Instants as a player shows them. */
    private static final class Clockface {
        static String show(Duration instant) {
            return instant.toHours() > 0
                    ? "%d:%02d:%02d".formatted(instant.toHours(), instant.toMinutesPart(), instant.toSecondsPart())
                    : "%d:%02d".formatted(instant.toMinutes(), instant.toSecondsPart());
        }
    }
}
