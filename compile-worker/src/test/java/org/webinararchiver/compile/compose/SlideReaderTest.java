package org.webinararchiver.compile.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.compile.TestFfmpeg;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.layout.Size;

/** Slides in formats that not every program reads. */
class SlideReaderTest {
    private static final int ORANGE = 0xff8800;

    /** What four inks look like on a screen is a matter of taste. */
    private static final int OF_INK = 64;

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeftBehind() {
        var scratch = folder.resolve("scratch");
        assertThat(Files.notExists(scratch) || scratch.toFile().list().length == 0)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1600,900", "1,1", "3,1000", "8000,5000"})
    void webpIsRead(int width, int height) throws IOException {
        assertIsOrange(read(MadePictures.webp(width, height, ORANGE)), width, height, 8);
    }

    @ParameterizedTest
    @CsvSource({"1600,900", "17,9"})
    void jpegForPrintersIsRead(int width, int height) throws IOException {
        assertIsOrange(read(MadePictures.printersJpeg(width, height, ORANGE)), width, height, OF_INK);
    }

    @ParameterizedTest
    @CsvSource({"16384,16384", "8000,5001"})
    void aPictureThatUnpacksToTooMuchIsNotRead(int width, int height) {
        assertUnreadable(MadePictures.webp(width, height, ORANGE));
        assertUnreadable(MadePictures.headOfJpeg(width, height));
    }

    @Test
    void halfAPictureIsNone() {
        var whole = MadePictures.webp(1600, 900, ORANGE);

        assertUnreadable(Arrays.copyOf(whole, whole.length - 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RIFF\u0004\0\0\0WEBP",
                "RIFF\u0004\0\0\0AVI ",
                "ÿØÿà",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
                "ffconcat version 1.0\nfile slide.png\n",
                "GIF89a"
            })
    void whatIsNoPictureOfTheseIsNotRead(String content) {
        assertUnreadable(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private SlideFile read(byte[] content) throws IOException {
        return new SlideReader(new Workshop(TestFfmpeg.runner(), 1), folder.resolve("scratch")).read(written(content));
    }

    private Path written(byte[] content) throws IOException {
        return Files.write(folder.resolve("slide.media"), content);
    }

    private void assertUnreadable(byte[] content) {
        assertThatIOException().isThrownBy(() -> read(content));
    }

    private static void assertIsOrange(SlideFile slide, int width, int height, int tolerance) {
        assertThat(slide.size()).isEqualTo(new Size(width, height));
        var pixels = slide.pixels();
        for (var x : new int[] {0, pixels.getWidth() / 2, pixels.getWidth() - 1}) {
            for (var y : new int[] {0, pixels.getHeight() / 2, pixels.getHeight() - 1}) {
                var colour = new Color(pixels.getRGB(x, y));
                assertThat(colour.getRed()).isGreaterThan(0xff - tolerance);
                assertThat(colour.getGreen()).isBetween(0x88 - tolerance, 0x88 + tolerance);
                assertThat(colour.getBlue()).isLessThan(tolerance);
            }
        }
    }
}
