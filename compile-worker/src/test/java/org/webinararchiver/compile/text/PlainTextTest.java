package org.webinararchiver.compile.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "a\u202eb\u2066c\u200fd, abcd",
        "a\u0007\u001bb, ab",
        "a\uD83Db, ab",
        "می\u200cخواهم, می\u200cخواهم",
        "👨\u200d👩, 👨\u200d👩",
        "❤\uFE0F, ❤\uFE0F"
    })
    void whatIsNeverSeenOrTurnsOtherWordsRoundIsLeftOut(String words, String plain) {
        assertThat(PlainText.line(words, 100)).isEqualTo(plain);
        assertThat(PlainText.paragraphs(words, 100)).containsExactly(plain);
    }

    @Test
    void aLineIsOneLineAndParagraphsAreThoseOfItsAuthor() {
        var words = " one \n\n\t two\r\nthree\u2028 ";

        assertThat(PlainText.line(words, 100)).isEqualTo("one two three");
        assertThat(PlainText.paragraphs(words, 100)).containsExactly("one", "two", "three");
    }

    @Test
    void towersOfMarksAreMadeLower() {
        assertThat(PlainText.line("x" + "\u0301".repeat(500) + "y", 1000)).isEqualTo("x" + "\u0301".repeat(4) + "y");
    }

    @Test
    void moreThanTheLongestIsCut() {
        assertThat(PlainText.line("😀".repeat(11), 10)).isEqualTo("😀".repeat(10) + "…");
        assertThat(PlainText.paragraphs("😀".repeat(11), 10)).containsExactly("😀".repeat(10));
    }

    @Test
    void ofNothingNothingRemains() {
        assertThat(PlainText.line("\u202e \u0007", 10)).isEmpty();
        assertThat(PlainText.paragraphs("\u202e \n\u0007", 10)).isEmpty();
    }
}
