package org.webinararchiver.standalone.golden;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.compile.compose.Ground;
import org.webinararchiver.compile.compose.Moving;
import org.webinararchiver.compile.compose.Storyboard;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.layout.Seating;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.scene.Person;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Gap;
import org.webinararchiver.core.timeline.Timeline;

/** Puts what is seen of a recording into words that a person can check. Whoever is only heard is in brackets. */
final class GoldenText {
    private final Holdings holdings;
    private final Manifest manifest;
    private final Timeline timeline;
    private final StringBuilder text = new StringBuilder();
    private Optional<Seating> before = Optional.empty();

    GoldenText(Holdings holdings, Manifest manifest, Timeline timeline) {
        this.holdings = holdings;
        this.manifest = manifest;
        this.timeline = timeline;
    }

    String written(String layout, Storyboard storyboard) {
        line(
                "%s: %s long, lecturer %s",
                manifest.title(),
                time(timeline.duration()),
                manifest.lecturer().map(this::name).orElse("unknown"));
        head("tracks");
        manifest.tracks().forEach(this::track);
        head("slides");
        manifest.proceedings().slides().forEach(this::slide);
        head("gaps");
        timeline.gaps().forEach(this::gap);
        head("scenes, layout %s at %dx%d".formatted(layout, ShownMeeting.SCREEN.width(), ShownMeeting.SCREEN.height()));
        storyboard.grounds().forEach(this::ground);
        head("films");
        storyboard.moving().stream()
                .sorted(Comparator.comparing((Moving one) -> one.footage().at())
                        .thenComparing(one -> one.box().y())
                        .thenComparing(one -> one.box().x()))
                .forEach(this::film);
        return text.toString();
    }

    private void head(String words) {
        text.append('\n').append(words).append('\n');
    }

    private void line(String words, Object... values) {
        text.append(words.formatted(values).stripTrailing()).append('\n');
    }

    private void track(Track track) {
        line(
                "  %s of %s",
                track.kind().name().toLowerCase(Locale.ROOT),
                track.participant().map(this::name).orElse("nobody knows whom"));
        track.clips().forEach(this::clip);
    }

    private void clip(Clip clip) {
        line(
                "    %s - %s  %s%s: %s",
                time(clip.start()),
                clip.end().map(GoldenText::time).orElse("its end    "),
                holdings.name(clip.segment()),
                clip.trim().isZero() ? "" : " from " + time(clip.trim()),
                holdings.of(clip.segment())
                        .map(probe -> Stream.concat(
                                        probe.video().map(GoldenText::picture).stream(),
                                        probe.audio().map(GoldenText::sound).stream())
                                .collect(Collectors.joining(", ")))
                        .orElse("missing"));
    }

    private static String picture(VideoStream video) {
        return "%s %dx%d, %d frames in %s%s"
                .formatted(
                        video.codec(),
                        video.width(),
                        video.height(),
                        video.frames(),
                        time(video.duration()),
                        video.start().isZero() ? "" : " after " + time(video.start()));
    }

    private static String sound(AudioStream audio) {
        return "%s of %s%s"
                .formatted(
                        audio.codec(),
                        time(audio.duration()),
                        audio.start().isZero() ? "" : " after " + time(audio.start()));
    }

    private void slide(Slide slide) {
        line("  %s - %s  %s", time(slide.from()), time(slide.until()), words(slide));
    }

    private static String words(Slide slide) {
        var path = slide.picture().map(url -> url.getPath().split("/")).orElse(new String[] {"", "?", "?"});
        return "deck %s, slide %s".formatted(path[path.length - 2], path[path.length - 1].replace(".png", ""));
    }

    private void gap(Gap gap) {
        line("  %s - %s  %s", time(gap.from()), time(gap.until()), owner(gap.track()));
    }

    private void ground(Ground ground) {
        var scene = ground.scene();
        line("  %s  %s", time(scene.time().from()), scene(scene));
        if (before.filter(ground.seating()::equals).isEmpty()) {
            seating(ground.seating());
        }
        before = Optional.of(ground.seating());
    }

    private String scene(Scene scene) {
        return Stream.of(
                        stage(scene.stage()),
                        scene.people().stream().map(GoldenText::person).collect(Collectors.joining(", ")),
                        scene.more() > 0 ? "+" + scene.more() : "",
                        scene.messages() > 0 ? scene.messages() + " written" : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    private String stage(Stage stage) {
        return switch (stage) {
            case Stage.Screen(var track) -> "screen of " + owner(track);
            case Stage.OfSlide(var slide) -> words(slide);
            case Stage.Camera(var person) -> "camera of " + person(person);
            case Stage.Nothing() -> "nothing";
        };
    }

    private static String person(Person person) {
        var name = person.name().isBlank() ? "somebody" : person.name();
        return person.seen() ? name : "(" + name + ")";
    }

    private void seating(Seating seating) {
        seating.stage().ifPresent(box -> line("      stage  %s", box(box)));
        if (!seating.seats().isEmpty()) {
            line(
                    "      seats  %s",
                    seating.seats().stream().map(seat -> box(seat.picture())).collect(Collectors.joining(", ")));
        }
        seating.more().ifPresent(box -> line("      more   %s", box(box)));
        seating.chat().ifPresent(box -> line("      chat   %s", box(box)));
    }

    private void film(Moving moving) {
        var footage = moving.footage();
        line(
                "  %s - %s  %s from %s at %s%s",
                time(footage.at()),
                time(footage.end()),
                holdings.name(footage.segment()),
                time(footage.from()),
                box(moving.box()),
                footage.held().isZero() ? "" : ", its last frame for %s".formatted(time(footage.held())));
    }

    private String owner(String track) {
        return manifest.tracks().stream()
                .filter(one -> one.id().equals(track))
                .flatMap(one -> one.participant().stream())
                .findFirst()
                .map(this::name)
                .orElse("somebody");
    }

    private String name(String participant) {
        return manifest.participants().stream()
                .filter(one -> one.id().equals(participant))
                .map(Participant::name)
                .findFirst()
                .orElse(participant);
    }

    private static String box(Box box) {
        return "%dx%d at %d,%d".formatted(box.width(), box.height(), box.x(), box.y());
    }

    private static String time(Duration time) {
        return "%d:%02d:%02d.%03d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), time.toMillisPart());
    }
}
