package org.webinararchiver.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenditionOptionsTest {
    @Test
    void theUsualFileIsAllOfItAsItCame() {
        assertThat(RenditionOptions.USUAL.isWhole()).isTrue();
        assertThat(RenditionOptions.USUAL.fileName()).isEqualTo("video.mp4");
        assertThat(RenditionOptions.USUAL.quality().mostHeight()).isEmpty();
    }

    @Test
    void anotherPictureOrAnotherPartIsAnotherFile() {
        assertThat(options("PT10M", "PT1M30.5S", Quality.P720, false).fileName())
                .isEqualTo("video_720p_from-PT10M_for-PT1M30.5S.mp4");
    }

    @Test
    void whetherItMayHaveGapsMakesNoOtherFile() {
        assertThat(options("PT1S", null, Quality.SOURCE, true).fileName())
                .isEqualTo(options("PT1S", null, Quality.SOURCE, false).fileName());
    }

    @Test
    void toBeginAtZeroIsToBeginAtTheBeginning() {
        assertThat(options("PT0S", null, Quality.SOURCE, false)).isEqualTo(RenditionOptions.USUAL);
    }

    @Test
    void timesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("PT-0.001S", null, Quality.SOURCE, false))
                .withMessageContaining("zero or later");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(null, "PT0S", Quality.SOURCE, false))
                .withMessageContaining("more than no time");
    }

    @Test
    void qualitiesAreNamedAsPeopleWriteThem() {
        assertThat(Quality.named(" 720P ")).contains(Quality.P720);
        assertThat(Quality.named("source")).contains(Quality.SOURCE);
        assertThat(Quality.named("720")).isEmpty();
    }

    private static RenditionOptions options(String start, String length, Quality quality, boolean strict) {
        return new RenditionOptions(
                Optional.ofNullable(start).map(Duration::parse),
                Optional.ofNullable(length).map(Duration::parse),
                quality,
                strict);
    }
}
