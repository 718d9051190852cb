package org.webinararchiver.compile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Как читать карту реки",
                "Ünïcödé ěščřž Ħ",
                "ქართული Հայերեն Ελληνικά",
                "שלום לכולם",
                "مرحبا بالجميع، كيف حالك؟",
                "大家好！请问，「這」是什麼？",
                "こんにちは、カタカナ。",
                "안녕하세요! 각낳",
                "สวัสดีครับ",
                "नमस्ते क्षत्रिय",
                "😀😂🤣🥳🫠",
                "👍🏽 👩🏽‍💻 👨‍👩‍👧‍👦",
                "🇷🇺🇺🇸 🏴‍☠️",
                "❤️ ☕ ✅ ⚡ 1️⃣ #️⃣ ©️",
                "→ ≤ ∑ ♪ ★ ☺︎"
            })
    void everyLetterOfTheseHasAShape(String words) throws IOException {
        var lettering = lettering(words);

        assertThat(lettering.words()).isEqualTo(words);
        assertThat(lettersWithoutShape(lettering)).isZero();
    }

    @Test
    void joinedPicturesAreOnePicture() throws IOException {
        assertThat(width("👨‍👩‍👧‍👦")).isEqualTo(width("😀"));
        assertThat(width("👍🏽")).isEqualTo(width("😀"));
    }

    @Test
    void aSignThatCanBeAPictureIsOneWhereItIsWrittenSo() throws IOException {
        var fonts = Fonts.ofProgram().regular(20);

        assertThat(fonts.fontOf("❤️")).contains(fonts.emoji());
        assertThat(fonts.fontOf("❤")).contains(fonts.first());
        assertThat(fonts.fontOf("1")).contains(fonts.first());
        assertThat(fonts.fontOf("1️⃣")).contains(fonts.emoji());
    }

    @Test
    void signsThatNoFontHasAreLeftOutAndLettersAreNot() throws IOException {
        // A hieroglyph is a letter, a domino tile upside down is not.
        assertThat(lettering("a𝠀b").words()).isEqualTo("ab");
        assertThat(lettering("a𓀀b").words()).isEqualTo("a𓀀b");
    }

    @Test
    void ornateLettersThatNoFontHasArePlain() throws IOException {
        assertThat(lettering("𝕳𝖊𝖑𝖑𝖔 ㍿").words()).isEqualTo("Hello 株式会社");
    }

    private static Lettering lettering(String words) throws IOException {
        return Lettering.of(words, Fonts.ofProgram().regular(20));
    }

    private static float width(String words) throws IOException {
        return new TextLayout(lettering(words).iterator(), CONTEXT).getAdvance();
    }

    private static int lettersWithoutShape(Lettering lettering) {
        int count = 0;
        var text = lettering.iterator();
        for (char each = text.first();
                each != AttributedCharacterIterator.DONE;
                each = text.setIndex(text.getRunLimit(TextAttribute.FONT))) {
            var font = (Font) text.getAttribute(TextAttribute.FONT);
            var run = lettering.words().substring(text.getIndex(), text.getRunLimit(TextAttribute.FONT));
            count += withoutShape(
                    font,
                    font.layoutGlyphVector(CONTEXT, run.toCharArray(), 0, run.length(), Font.LAYOUT_LEFT_TO_RIGHT));
        }
        return count;
    }

    private static int withoutShape(Font font, GlyphVector shapes) {
        int count = 0;
        for (int each = 0; each < shapes.getNumGlyphs(); each++) {
            boolean isMissing = shapes.getGlyphCode(each) == font.getMissingGlyphCode();
            count += isMissing
                            && !shapes.getGlyphVisualBounds(each).getBounds2D().isEmpty()
                    ? 1
                    : 0;
        }
        return count;
    }
}
