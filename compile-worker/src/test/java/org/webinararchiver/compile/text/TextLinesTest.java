package org.webinararchiver.compile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {
    private static final double WIDTH = 200;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Words of usual length, one after the other, that fill more than a line",
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                "请问这张地图的比例尺是多少？我在第三页没有找到。",
                "مرحبا بالجميع، كيف أقرأ خريطة النهر في الجزء الثالث من الدرس؟",
                "שלום לכולם המפה נראית טוב מאוד תודה רבה ולהתראות",
                "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
                "a                                                                                         b"
            })
    void noLineIsWiderThanThereIsRoomFor(String words) throws IOException {
        var all = lines().wrapped(List.of(words), WIDTH, 100);

        assertThat(all).hasSizeGreaterThan(1).allMatch(line -> line.getVisibleAdvance() <= WIDTH);
        assertThat(letters(all)).isBetween(words.length() - 100, words.length());
        assertThat(lines().wrapped(List.of(words), WIDTH, 1)).hasSize(1).allMatch(line -> line.getAdvance() <= WIDTH);
    }

    @Test
    void eachParagraphHasTheDirectionOfItsFirstWord() throws IOException {
        assertThat(lines().wrapped(List.of("Hello שלום", "שלום hello", "123"), 1000, 9))
                .extracting(TextLayout::isLeftToRight)
                .containsExactly(true, false, true);
    }

    @Test
    void theLastLineTellsThatThereIsMore() throws IOException {
        assertThat(letters(lines().wrapped(List.of("ab", "cd", "ef"), WIDTH, 2)))
                .isEqualTo("ab".length() + "cd…".length());
        assertThat(lines().wrapped(List.of("ab", "cd"), WIDTH, 2)).hasSize(2);
    }

    @Test
    void wordsThatFitExactlyAreNotCut() throws IOException {
        double width = lines().line("How to read", 1000).orElseThrow().getAdvance();

        assertThat(letters(lines().wrapped(List.of("How to read"), width + 0.01, 1)))
                .isEqualTo(11);
        assertThat(letters(lines().wrapped(List.of("How to read a map"), width + 0.01, 2)))
                .isEqualTo(11 + 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, 0, 1, 5})
    void whereThereIsNoRoomAtAllNothingIsWritten(double width) throws IOException {
        assertThat(lines().line("Anna", width)).isEmpty();
        assertThat(lines().line("שלום", width)).isEmpty();
    }

    @Test
    void nothingIsWrittenOfNothing() throws IOException {
        assertThat(lines().line("", WIDTH)).isEmpty();
        assertThat(lines().line(" ", WIDTH)).isEmpty();
        assertThat(lines().wrapped(List.of(), WIDTH, 3)).isEmpty();
    }

    private static int letters(List<TextLayout> lines) {
        return lines.stream().mapToInt(TextLayout::getCharacterCount).sum();
    }

    private static TextLines lines() throws IOException {
        return new TextLines(Fonts.ofProgram().regular(20), new FontRenderContext(null, true, true));
    }
}
