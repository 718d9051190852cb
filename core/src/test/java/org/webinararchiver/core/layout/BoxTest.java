package org.webinararchiver.core.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Where a picture is seen in a place of other proportions. */
class BoxTest {
    private static final Box WIDE = new Box(100, 50, 1600, 900);

    @Test
    void aPictureOfTheSameProportionsFillsIt() {
        assertThat(WIDE.fitting(new Size(1280, 720), 2)).isEqualTo(WIDE);
    }

    @Test
    void anOlderScreenHasMarginsAtItsSides() {
        assertThat(WIDE.fitting(new Size(1024, 768), 2)).isEqualTo(new Box(300, 50, 1200, 900));
    }

    @Test
    void aTelephoneHeldUprightHasWideMargins() {
        assertThat(WIDE.fitting(new Size(1080, 1920), 1)).isEqualTo(new Box(646, 50, 506, 900));
    }

    @Test
    void aSmallPictureIsNotBlownUpBeyondItsLimit() {
        assertThat(WIDE.fitting(new Size(320, 180), 2)).isEqualTo(new Box(580, 320, 640, 360));
    }

    @Test
    void aBoxHasEvenSides() {
        assertThatThrownBy(() -> new Box(1, 0, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, 2, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
