package org.webinararchiver.compile.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.core.recording.Quality;

class CardSizeTest {
    @ParameterizedTest
    @CsvSource({"SOURCE, 1280, 720", "P1080, 1920, 1080", "P720, 1280, 720", "P480, 854, 480"})
    void aCardIsAsHighAsTheQualityAllows(Quality quality, int width, int height) {
        assertThat(CardSize.of(quality)).isEqualTo(new CardSize(width, height));
    }

    @Test
    void anOddSizeIsRefused() {
        assertThatThrownBy(() -> new CardSize(853, 480)).isInstanceOf(IllegalArgumentException.class);
    }
}
