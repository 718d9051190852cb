package org.webinararchiver.compile.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "Анна Сергеевна Петрова, АП",
        "john smith, JS",
        "Anna, A",
        "(guest) ivan, GI",
        "* Anna *, A",
        "e\u0302\u0301a Ä, E\u0302\u0301Ä",
        "王小明, 王",
        "محمد علي, م",
        "דוד לוי, ד",
        "राम शर्मा, रा",
        "👨\u200d👩\u200d👧, 👨\u200d👩\u200d👧",
        "🇫🇷 France, F",
        "!!!, !",
        "123 456, 1",
        "𐐨𐐩 𐐪, 𐐀𐐂"
    })
    void aNameIsShortenedToWhatItsReadersWouldTakeForLetters(String name, String initials) {
        assertThat(Initials.of(name)).contains(initials);
    }

    @Test
    void nobodyHasNone() {
        assertThat(Initials.of("")).isEmpty();
        assertThat(Initials.of(" ")).isEmpty();
    }
}
