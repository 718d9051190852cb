package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.timeline.CopyPlan.Part;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** Decides for each stretch of a picture whether its frames are taken as they are. */
final class CopyDecision {
    /** What is copied after a file was entered in its middle is at least this long: each piece has its costs. */
    private static final Duration WORTH_ENTERING = Duration.ofSeconds(2);

    private final VideoStream main;
    private final Map<String, MediaProbe> probes;
    private final Map<String, CodedFrames> frames;

    CopyDecision(MainForm main, Map<String, MediaProbe> probes, Map<String, CodedFrames> frames) {
        this.main = main.example();
        this.probes = probes;
        this.frames = frames;
    }

    List<Part> of(Picture picture) {
        return picture.stretches().stream()
                .flatMap(stretch -> parts(stretch).stream())
                .toList();
    }

    private List<Part> parts(Stretch stretch) {
        return switch (stretch) {
            case Blank blank ->
                List.of(rendered(
                        blank,
                        "there is no picture from %s to %s"
                                .formatted(Clockface.show(blank.at()), Clockface.show(blank.end()))));
            case Footage footage -> parts(footage);
        };
    }

    private List<Part> parts(Footage footage) {
        var obstacle = obstacle(footage);
        if (obstacle.isPresent()) {
            return List.of(rendered(footage, at(footage) + obstacle.get()));
        }
        var entry = frames.get(footage.segment()).keyFrames().stream()
                .filter(time -> time.compareTo(footage.from()) >= 0)
                .findFirst()
                .map(footage::shownAt);
        if (entry.isPresent() && entry.get().equals(footage.shownAt(footage.from()))) {
            return List.of(copied(footage));
        }
        var end = footage.end().minus(footage.held());
        if (entry.isEmpty() || end.minus(entry.get()).compareTo(WORTH_ENTERING) < 0) {
            return List.of(rendered(footage, at(footage) + "is entered between its key frames"));
        }
        return List.of(
                rendered(footage.before(entry.get()), at(footage) + "is entered between its key frames"),
                copied(footage.after(entry.get())));
    }

    private Optional<String> obstacle(Footage footage) {
        var video = MainForm.video(footage, probes);
        if (!MainForm.isH264(video)) {
            return Optional.of("is coded as %s, not as H.264".formatted(video.codec()));
        }
        if (!video.fingerprint().equals(main.fingerprint())) {
            return Optional.of("differs: " + difference(video));
        }
        var known = Optional.ofNullable(frames.get(footage.segment()));
        return known.isEmpty()
                ? Optional.of("is not known well enough")
                : known.get().notCopied();
    }

    private String difference(VideoStream video) {
        if (video.width() != main.width() || video.height() != main.height()) {
            return "%dx%d instead of %dx%d".formatted(video.width(), video.height(), main.width(), main.height());
        }
        return "its encoder's settings are not those of most";
    }

    private static String at(Footage footage) {
        return "the file at %s ".formatted(Clockface.show(footage.at()));
    }

    private static Part copied(Footage footage) {
        return new Part(footage, PictureMethod.COPY, "it is of the form of most and entered at a key frame");
    }

    private static Part rendered(Stretch stretch, String reason) {
        return new Part(stretch, PictureMethod.RENDER, reason);
    }
}
