package org.webinararchiver.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.camera;
import static org.webinararchiver.core.timeline.Recording.microphone;
import static org.webinararchiver.core.timeline.Recording.seconds;
import static org.webinararchiver.core.timeline.Recording.video;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;

class PictureDecisionTest {

    @Test
    void adjoiningFilesOfOneFormAreCopied() {
        var decision = decide(Recording.lasting(10).file("a", camera(4.8)).file("b", camera(4.7)));

        assertThat(decision.method()).isEqualTo(PictureMethod.COPY);
    }

    @Test
    void parameterSetsWithinTheFramesAreCopiedToo() {
        var inBand = pictureOnly(new VideoStream("avc3", 640, 360, Duration.ZERO, seconds(5), 125, "in-band"));

        var decision = decide(Recording.lasting(10).file("a", inBand).file("b", inBand));

        assertThat(decision.method()).isEqualTo(PictureMethod.COPY);
    }

    @Test
    void aFileCutAtItsEndIsCopied() {
        var decision = decide(Recording.lasting(10).file("a", camera(8)).file("b", camera(5)));

        assertThat(decision.method()).isEqualTo(PictureMethod.COPY);
    }

    @Test
    void anotherSizeIsToldWithItsPlace() {
        var small = pictureOnly(new VideoStream("avc1", 320, 240, Duration.ZERO, seconds(5), 75, "small"));

        assertThat(decide(Recording.lasting(10).file("a", camera(5)).file("b", small)))
                .isEqualTo(render("the file at 0:05 differs: 320x240 instead of 640x360"));
    }

    @Test
    void otherSettingsAreToldWithTheirPlace() {
        var other = pictureOnly(video(0, 5, "other"));

        assertThat(decide(Recording.lasting(10).file("a", camera(5)).file("b", other)))
                .isEqualTo(render("the file at 0:05 differs: its encoder's settings are not those of the first file"));
    }

    @Test
    void anotherCodecIsRendered() {
        var vp9 = pictureOnly(new VideoStream("vp09", 640, 360, Duration.ZERO, seconds(5), 125, "vp9"));

        assertThat(decide(Recording.lasting(10).file("a", vp9).file("b", vp9)))
                .isEqualTo(render("the file at 0:00 is coded as vp09, not as H.264"));
    }

    @Test
    void aBlankIsRendered() {
        var decision = decide(Recording.lasting(3725).file("a", camera(5)).file("b", camera(5)));

        assertThat(decision).isEqualTo(render("there is no picture from 0:10 to 1:02:05"));
    }

    @Test
    void aFileEnteredInItsMiddleIsRendered() {
        var recording = Recording.lasting(3).file("a", camera(5)).person("Anna", "a", 0, 2, 3);

        assertThat(PictureDecision.of(recording.timeline().picture(), recording.probes()))
                .isEqualTo(render("the file at 0:00 is not shown from its beginning"));
    }

    @Test
    void voicesAloneAreRendered() {
        var decision = decide(Recording.lasting(10).file("a", microphone(5)).file("b", microphone(5)));

        assertThat(decision).isEqualTo(render("there is no picture from 0:00 to 0:10"));
    }

    @Test
    void aRecordingOfNoTimeIsNotCopied() {
        var empty = Recording.lasting(0);

        assertThat(PictureDecision.of(empty.timeline().picture(), empty.probes()))
                .isEqualTo(render("there is nothing to show"));
    }

    /** Shows the file {@code a} from the beginning and {@code b} from 5 s on. */
    private static PictureDecision decide(Recording files) {
        var recording = files.person("Anna", "a", 0).person("Anna", "b", 5);
        return PictureDecision.of(recording.timeline().picture(), recording.probes());
    }

    private static MediaProbe pictureOnly(VideoStream video) {
        return new MediaProbe(video.duration(), Optional.of(video), Optional.empty());
    }

    private static PictureDecision render(String reason) {
        return new PictureDecision(PictureMethod.RENDER, reason);
    }
}
