package org.webinararchiver.compile.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

class PictureFormTest {

    @Test
    void theLargestSizeAndTheRateThatIsSeenLongestAreTaken() {
        var picture = picture(footage("small", 0, 6), footage("large", 6, 4));
        var probes = Map.of("small", probe(640, 360, 25), "large", probe(1280, 720, 10));

        assertThat(PictureForm.suiting(picture, probes)).isEqualTo(new PictureForm(1280, 720, new FrameRate(25)));
    }

    @Test
    void ofTwoRatesSeenEquallyLongTheFasterIsTaken() {
        var picture = picture(footage("slow", 0, 5), footage("fast", 5, 5));
        var probes = Map.of("slow", probe(640, 360, 15), "fast", probe(640, 360, 30));

        assertThat(PictureForm.suiting(picture, probes).rate()).isEqualTo(new FrameRate(30));
    }

    @Test
    void anOddSizeIsMadeEven() {
        var picture = picture(footage("odd", 0, 5));

        assertThat(PictureForm.suiting(picture, Map.of("odd", probe(641, 359, 25))))
                .isEqualTo(new PictureForm(642, 360, new FrameRate(25)));
    }

    @Test
    void blackAloneHasAFormToo() {
        var picture = new Picture(List.of(new Blank(Duration.ZERO, Duration.ofSeconds(5))));

        assertThat(PictureForm.suiting(picture, Map.of())).isEqualTo(PictureForm.OF_NOTHING);
    }

    @Test
    void aSizeThatIsHardlySeenDoesNotCount() {
        var picture = picture(footage("small", 0, 20), footage("large", 20, 1));
        var probes = Map.of("small", probe(640, 360, 25), "large", probe(3840, 2160, 25));

        assertThat(PictureForm.suiting(picture, probes)).isEqualTo(new PictureForm(640, 360, new FrameRate(25)));
    }

    @Test
    void aSizeThatNobodyCanShowDoesNotCount() {
        var picture = picture(footage("small", 0, 2), footage("vast", 2, 8), footage("long", 10, 8));
        var probes =
                Map.of("small", probe(640, 360, 25), "vast", probe(65_535, 65_535, 25), "long", probe(65_534, 2, 25));

        assertThat(PictureForm.suiting(picture, probes)).isEqualTo(new PictureForm(640, 360, new FrameRate(25)));
    }

    @Test
    void aFormThatIsLargerThanWantedBecomesSmallerAndKeepsItsShape() {
        var form = new PictureForm(1920, 1080, new FrameRate(25));
        assertThat(form.within(Quality.P720)).isEqualTo(new PictureForm(1280, 720, new FrameRate(25)));
        assertThat(form.within(Quality.P480)).isEqualTo(new PictureForm(854, 480, new FrameRate(25)));
        assertThat(form.within(Quality.P1080)).isEqualTo(form);
        assertThat(form.within(Quality.SOURCE)).isEqualTo(form);
    }

    @Test
    void anOddFormIsRefused() {
        assertThatThrownBy(() -> new PictureForm(641, 360, new FrameRate(25)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Picture picture(Stretch... stretches) {
        return new Picture(List.of(stretches));
    }

    private static Footage footage(String segment, long at, long lasting) {
        return new Footage(
                segment,
                "track",
                Duration.ofSeconds(at),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(lasting),
                Duration.ZERO);
    }

    private static MediaProbe probe(int width, int height, int framesPerSecond) {
        var lasting = Duration.ofSeconds(20);
        var video = new VideoStream("avc1", width, height, Duration.ZERO, lasting, 20L * framesPerSecond, "any");
        return new MediaProbe(lasting, Optional.of(video), Optional.empty());
    }
}
