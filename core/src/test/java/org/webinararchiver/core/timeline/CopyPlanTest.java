package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.microphone;
import static org.webinararchiver.core.timeline.Recording.seconds;
import static org.webinararchiver.core.timeline.Recording.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** Files of these tests have a key frame every second from their first frame on, unless they say otherwise. */
class CopyPlanTest {
    private final Map<String, CodedFrames> frames = new HashMap<>();
    private final List<String> screens = new ArrayList<>();

    @Test
    void adjoiningFilesOfOneFormAreCopied() {
        var plan = planTwo(Recording.lasting(10).file("a", camera(4.8)).file("b", camera(4.7)));

        assertThat(plan.copiesAll()).isTrue();
        assertThat(plan.words()).isEqualTo("all of it is copied, since all files are H.264 of one form and adjoin");
    }

    @Test
    void parameterSetsWithinTheFramesAreCopiedToo() {
        var inBand = pictureOnly(new VideoStream("avc3", 640, 360, Duration.ZERO, seconds(5), 125, "in-band"));

        assertThat(planTwo(Recording.lasting(10).file("a", inBand).file("b", inBand))
                        .copiesAll())
                .isTrue();
    }

    @Test
    void aFileCutAtItsEndIsCopied() {
        assertThat(planTwo(Recording.lasting(10).file("a", camera(8)).file("b", camera(5)))
                        .copiesAll())
                .isTrue();
    }

    @Test
    void onlyTheHoleIsEncoded() {
        var plan = planTwo(Recording.lasting(12).file("a", camera(3)).file("b", camera(7)));

        assertThat(methods(plan))
                .containsExactly(
                        "COPY 0.0-3.0", "RENDER 3.0-5.0 there is no picture from 0:03 to 0:05", "COPY 5.0-12.0");
        assertThat(plan.words())
                .isEqualTo("0:10 of it is copied; the rest is encoded, since there is no picture from 0:03 to 0:05");
    }

    @Test
    void onlyTheFileOfAnotherSizeIsEncoded() {
        var small = pictureOnly(new VideoStream("avc1", 320, 240, Duration.ZERO, seconds(5), 75, "small"));

        assertThat(methods(planTwo(Recording.lasting(11).file("a", camera(5)).file("b", small))))
                .containsExactly(
                        "COPY 0.0-5.0",
                        "RENDER 5.0-10.0 the file at 0:05 differs: 320x240 instead of 640x360",
                        "RENDER 10.0-11.0 there is no picture from 0:10 to 0:11");
    }

    @Test
    void onlyTheFileOfAnotherCodecIsEncoded() {
        var vp9 = pictureOnly(new VideoStream("vp09", 640, 360, Duration.ZERO, seconds(5), 125, "vp9"));

        assertThat(methods(planTwo(Recording.lasting(10).file("a", camera(5)).file("b", vp9))))
                .containsExactly("COPY 0.0-5.0", "RENDER 5.0-10.0 the file at 0:05 is coded as vp09, not as H.264");
    }

    @Test
    void filesWhoseParameterSetsDifferFromThoseOfMostAreEncoded() {
        var other = pictureOnly(video(0, 4, "other"));

        assertThat(methods(planTwo(Recording.lasting(9).file("a", camera(5)).file("b", other))))
                .containsExactly(
                        "COPY 0.0-5.0",
                        "RENDER 5.0-9.0 the file at 0:05 differs: its encoder's settings are not those of most");
    }

    @Test
    void theFormThatIsSeenForLongestIsTheMainOneThoughItComesLater() {
        var other = pictureOnly(video(0, 6, "other"));

        assertThat(methods(planTwo(Recording.lasting(11).file("a", camera(5)).file("b", other))))
                .containsExactly(
                        "RENDER 0.0-5.0 the file at 0:00 differs: its encoder's settings are not those of most",
                        "COPY 5.0-11.0");
    }

    @Test
    void aFileEnteredInItsMiddleIsEncodedUpToItsNextKeyFrame() {
        var recording = Recording.lasting(8).file("a", camera(10)).person("Anna", "a", 0, 1.25, 8);

        assertThat(methods(plan(recording)))
                .containsExactly("RENDER 0.0-0.75 the file at 0:00 is entered between its key frames", "COPY 0.75-8.0");
    }

    @Test
    void aFileEnteredAtAnyOfItsKeyFramesIsCopied() {
        var recording = Recording.lasting(6).file("a", camera(10)).person("Anna", "a", 0, 3, 6);

        assertThat(plan(recording).copiesAll()).isTrue();
    }

    @Test
    void whatWouldBeCopiedForLessThanTwoSecondsIsEncoded() {
        var recording = Recording.lasting(12)
                .file("a", camera(10))
                .file("b", camera(5))
                .person("Anna", "a", 0)
                .person("Anna", "b", 10, 1.5, 12);

        assertThat(methods(plan(recording)))
                .containsExactly(
                        "COPY 0.0-10.0", "RENDER 10.0-12.0 the file at 0:10 is entered between its key frames");
    }

    @Test
    void damagedFramesAreEncoded() {
        frames.put(Recording.id("b"), CodedFrames.notToBeCopied("lacks its end"));

        assertThat(methods(planTwo(Recording.lasting(10).file("a", camera(5)).file("b", camera(5)))))
                .containsExactly("COPY 0.0-5.0", "RENDER 5.0-10.0 the file at 0:05 lacks its end");
    }

    @Test
    void framesThatCanNotStandBesideEncodedOnesAreCopiedAloneOrNotAtAll() {
        var odd = new CodedFrames(List.of(Duration.ZERO), Optional.empty(), Optional.of("is interlaced"));
        frames.put(Recording.id("a"), odd);
        frames.put(Recording.id("b"), odd);

        assertThat(planTwo(Recording.lasting(10).file("a", camera(5)).file("b", camera(5)))
                        .copiesAll())
                .isTrue();
        assertThat(planTwo(Recording.lasting(10).file("a", camera(4)).file("b", camera(5)))
                        .words())
                .isEqualTo("all of it is encoded, since the file at 0:00 is interlaced");
    }

    @Test
    void aScreenIsNotMadeSmallerForTheSakeOfACamera() {
        var screen = pictureOnly(new VideoStream("avc1", 1280, 720, Duration.ZERO, seconds(5), 50, "screen"));
        screens.add("screen");
        var recording = Recording.lasting(50)
                .file("a", camera(50))
                .file("s", screen)
                .person("Anna", "a", 0)
                .screen("screen", "s", 10);

        assertThat(methods(plan(recording)))
                .containsExactly(
                        "RENDER 0.0-10.0 the file at 0:00 differs: 640x360 instead of 1280x720",
                        "COPY 10.0-15.0",
                        "RENDER 15.0-50.0 the file at 0:15 differs: 640x360 instead of 1280x720");
    }

    @Test
    void aScreenThatIsLargerThanWantedIsMadeNoSmallerThanWanted() {
        var screen = pictureOnly(new VideoStream("avc1", 1280, 720, Duration.ZERO, seconds(5), 50, "screen"));
        screens.add("screen");
        var recording = Recording.lasting(50)
                .file("a", camera(50))
                .file("s", screen)
                .person("Anna", "a", 0)
                .screen("screen", "s", 10);

        assertThat(plan(recording, Quality.P480).words())
                .isEqualTo("all of it is encoded, since no frames can be taken as they are coded that fit into 480p");
        assertThat(methods(plan(recording, Quality.P720))).contains("COPY 10.0-15.0");
    }

    @Test
    void aScreenThatIsHardlySharedIsFittedIn() {
        var screen = pictureOnly(new VideoStream("avc1", 1280, 720, Duration.ZERO, seconds(2), 20, "screen"));
        screens.add("screen");
        var recording = Recording.lasting(50)
                .file("a", camera(50))
                .file("s", screen)
                .person("Anna", "a", 0)
                .screen("screen", "s", 10);

        assertThat(methods(plan(recording)))
                .containsExactly(
                        "COPY 0.0-10.0",
                        "RENDER 10.0-12.0 the file at 0:10 differs: 1280x720 instead of 640x360",
                        "COPY 12.0-50.0");
    }

    @Test
    void whenHardlyAnythingCouldBeCopiedAllIsEncoded() {
        var vp9 = pictureOnly(new VideoStream("vp09", 640, 360, Duration.ZERO, seconds(50), 1250, "vp9"));
        var recording = Recording.lasting(55)
                .file("a", camera(5))
                .file("b", vp9)
                .person("Anna", "a", 0)
                .person("Anna", "b", 5);

        assertThat(plan(recording).words())
                .startsWith("all of it is encoded, since of the whole picture only 0:05 could be taken as it is coded,")
                .endsWith("and the file at 0:05 is coded as vp09, not as H.264");
    }

    @Test
    void voicesAloneAreEncoded() {
        var plan = planTwo(Recording.lasting(10).file("a", microphone(5)).file("b", microphone(5)));

        assertThat(plan.rendersAll()).isTrue();
        assertThat(plan.copiesAll()).isFalse();
    }

    @Test
    void aRecordingOfNoTimeIsNotCopied() {
        assertThat(plan(Recording.lasting(0)).copiesAll()).isFalse();
    }

    @Test
    void stretchesThatAdjoinAreEncodedInOneRun() {
        var small = pictureOnly(new VideoStream("avc1", 320, 240, Duration.ZERO, seconds(4), 75, "small"));
        var recording = Recording.lasting(30)
                .file("a", camera(5))
                .file("b", small)
                .file("c", camera(10))
                .person("Anna", "a", 0)
                .person("Anna", "b", 6)
                .person("Anna", "c", 11);

        assertThat(plan(recording).rendered())
                .satisfiesExactly(
                        run -> assertThat(run).hasExactlyElementsOfTypes(Blank.class, Footage.class, Blank.class),
                        run -> assertThat(run).containsExactly(new Blank(seconds(21), seconds(9))));
    }

    /** Shows the file {@code a} from the beginning and {@code b} from 5 s on. */
    private CopyPlan planTwo(Recording files) {
        return plan(files.person("Anna", "a", 0).person("Anna", "b", 5));
    }

    private CopyPlan plan(Recording recording) {
        return plan(recording, Quality.SOURCE);
    }

    private CopyPlan plan(Recording recording, Quality quality) {
        recording
                .probes()
                .forEach((segment, probe) ->
                        probe.video().ifPresent(video -> frames.putIfAbsent(segment, withKeyFrameEverySecond(video))));
        return CopyPlan.of(recording.timeline().picture(), recording.probes(), frames, Set.copyOf(screens), quality);
    }

    private static CodedFrames withKeyFrameEverySecond(VideoStream video) {
        var times = new ArrayList<Duration>();
        var end = video.start().plus(video.duration());
        for (var time = video.start(); time.compareTo(end) < 0; time = time.plusSeconds(1)) {
            times.add(time);
        }
        return new CodedFrames(times, Optional.empty(), Optional.empty());
    }

    private static List<String> methods(CopyPlan plan) {
        return plan.parts().stream()
                .map(part -> "%s %s-%s %s"
                        .formatted(
                                part.method(),
                                part.stretch().at().toMillis() / 1000.0,
                                part.stretch().end().toMillis() / 1000.0,
                                part.method() == PictureMethod.COPY ? "" : part.reason())
                        .strip())
                .toList();
    }

    private static MediaProbe pictureOnly(VideoStream video) {
        return new MediaProbe(video.duration(), Optional.of(video), Optional.empty());
    }
}
