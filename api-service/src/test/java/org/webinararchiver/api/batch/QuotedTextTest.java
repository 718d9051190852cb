package org.webinararchiver.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTextTest {

    @Test
    void aShortLineIsQuotedAsItIs() {
        assertThat(QuotedText.of("Lecture 3 | still to come")).isEqualTo("Lecture 3 | still to come");
        assertThat(QuotedText.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/x?token=5e551017",
                "https://example.com/x#5e551017",
                "https://me:5e551017@example.com/",
                "sessionId=5e551017",
                "https://example.com/x;jsessionid:5e551017",
                "https://my.mts-link.ru/j/1/2/0123456789abcdef5e5510170123456789"
            })
    void whatMayBeSecretIsLeftOut(String text) {
        assertThat(QuotedText.of(text)).doesNotContain("5e551017").endsWith("…");
    }

    @Test
    void aLongLineIsCutAndNoTokenIsLeftHalf() {
        assertThat(QuotedText.of("a ".repeat(100)))
                .hasSizeLessThanOrEqualTo(101)
                .endsWith("…");
        assertThat(QuotedText.of("a ".repeat(45) + "5e551017".repeat(4))).doesNotContain("5e551017");
        assertThat(QuotedText.of("5e551017".repeat(1_000_000))).isEqualTo("…");
    }

    @Test
    void whatCannotBePrintedIsABlank() {
        assertThat(QuotedText.of("a\0b\u202ec\ud800d\u2028e")).isEqualTo("a b c d e");
    }
}
