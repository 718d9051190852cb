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
        assertThat(RenditionOptions.USUAL.look()).isEqualTo(Look.USUAL);
    }

    @Test
    void toBeginAtZeroIsToBeginAtTheBeginning() {
        assertThat(options("PT0S", null)).isEqualTo(RenditionOptions.USUAL);
    }

    @Test
    void timesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("PT-0.001S", null))
                .withMessageContaining("zero or later");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(null, "PT0S"))
                .withMessageContaining("more than no time");
    }

    @Test
    void qualitiesAreNamedAsPeopleWriteThem() {
        assertThat(Quality.named(" 720P ")).contains(Quality.P720);
        assertThat(Quality.named("source")).contains(Quality.SOURCE);
        assertThat(Quality.named("720")).isEmpty();
    }

    private static RenditionOptions options(String start, String length) {
        return new RenditionOptions(
                Optional.ofNullable(start).map(Duration::parse),
                Optional.ofNullable(length).map(Duration::parse),
                Look.USUAL,
                false,
                false);
    }
}
