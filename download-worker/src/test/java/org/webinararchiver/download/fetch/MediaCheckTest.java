package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.download.SmallMp4;
import org.webinararchiver.download.fetch.Finding.Damage;

class MediaCheckTest {
    private static final int DATA = 5_000;
    private static final byte[] WHOLE = SmallMp4.of(noise());
    private static final byte[] FAST_START = SmallMp4.fastStart(noise());

    @TempDir
    Path folder;

    @Test
    void aWholeFileIsWholeAndTellsWhatItHolds() throws IOException {
        for (var file : new byte[][] {WHOLE, FAST_START}) {
            assertThat(look(file)).isInstanceOfSatisfying(Finding.Whole.class, whole -> {
                assertThat(whole.media().duration()).isEqualTo(Duration.ofSeconds(1));
                assertThat(whole.media().video()).map(VideoStream::frames).contains(10L);
                assertThat(whole.media().audio()).isEmpty();
            });
        }
    }

    @Test
    void anEmptyFileIsUseless() throws IOException {
        assertUseless(look(new byte[0]), "empty", "it is empty");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "<!DOCTYPE html><p>Log in, it is a web page",
                "|  <html><p>Log in|, it is a web page",
                "#EXTM3U and so on, it is a playlist",
            })
    void aTextInPlaceOfMediaIsUseless(String text, String what) throws IOException {
        assertUseless(look(text.getBytes(UTF_8)), "not-media", what);
    }

    @Test
    void anotherFormatIsNamed() throws IOException {
        var webm = Arrays.copyOf(new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3}, 2000);
        assertUseless(look(webm), "not-media", "it is a Matroska or WebM file, not MP4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 100, 400_000})
    void zerosAreUseless(int length) throws IOException {
        assertUseless(look(new byte[length]), "not-media", "it begins with nothing but zeros");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 400_000})
    void noiseIsUseless(int length) throws IOException {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        assertThat(look(bytes)).isInstanceOf(Finding.Useless.class);
    }

    @Test
    void whatLacksItsDescriptionIsUselessWhereverItIsCutOff() throws IOException {
        for (var length : new int[] {8, 20, 28, 29, 36, 1000, 36 + DATA, position(WHOLE, "moov"), WHOLE.length - 1}) {
            assertThat(look(Arrays.copyOf(WHOLE, length)))
                    .as("%d bytes", length)
                    .isInstanceOfSatisfying(
                            Finding.Useless.class,
                            useless -> assertThat(useless.damage().reason()).isEqualTo("truncated"));
        }
    }

    @Test
    void whatHasItsDescriptionIsCutOffWhereverItsDataEnd() throws IOException {
        var mdat = position(FAST_START, "mdat") - 4;
        for (var length : new int[] {mdat, mdat + 8, mdat + 8 + DATA / 2, FAST_START.length - 1}) {
            assertThat(look(Arrays.copyOf(FAST_START, length)))
                    .as("%d bytes", length)
                    .isInstanceOfSatisfying(Finding.CutOff.class, cutOff -> {
                        assertThat(cutOff.media().duration()).isEqualTo(Duration.ofSeconds(1));
                        assertThat(cutOff.damage())
                                .isEqualTo(new Damage(
                                        "truncated",
                                        "the file ends at byte %d, but needs at least %d bytes"
                                                .formatted(length, FAST_START.length)));
                    });
        }
    }

    @Test
    void aFrameBeyondTheEndOfTheFileIsMissing() throws IOException {
        var file = WHOLE.clone();
        ByteBuffer.wrap(file).putInt(position(file, "stco") + 12, WHOLE.length);
        assertThat(look(file)).isInstanceOf(Finding.CutOff.class);
    }

    @Test
    void aDescriptionThatContradictsItselfIsUseless() throws IOException {
        for (var box : new String[] {"mvhd", "trak", "mdia", "minf", "stbl", "stsd", "stts", "stsz"}) {
            var file = WHOLE.clone();
            file[position(file, box) - 4] ^= (byte) 0x80;
            assertThat(look(file))
                    .as(box)
                    .isInstanceOfSatisfying(
                            Finding.Useless.class,
                            useless -> assertThat(useless.damage().reason()).isEqualTo("corrupt"));
        }
    }

    @Test
    void whicheverBitOfTheDescriptionIsFlippedSomethingIsFound() throws IOException {
        for (var at = position(WHOLE, "moov") - 4; at < WHOLE.length; at++) {
            for (var bit = 0; bit < 8; bit++) {
                var file = WHOLE.clone();
                file[at] ^= (byte) (1 << bit);
                assertThat(look(file)).isNotNull();
            }
        }
    }

    @Test
    void aFileWithoutSamplesIsUseless() throws IOException {
        var file = WHOLE.clone();
        ByteBuffer.wrap(file).putInt(position(file, "stts") + 8, 0);
        assertUseless(look(file), "corrupt", "it holds neither picture nor sound");
    }

    @ParameterizedTest
    @CsvSource({"60480000, true", "60480001, false"})
    void nothingLastsLongerThanAWeek(int ticksAFrame, boolean isBelieved) throws IOException {
        var file = WHOLE.clone();
        ByteBuffer.wrap(file).putInt(position(file, "stts") + 16, ticksAFrame);
        if (isBelieved) {
            assertThat(look(file)).isInstanceOf(Finding.Whole.class);
        } else {
            assertUseless(look(file), "corrupt", "it is said to last for more than 7 days");
        }
    }

    @Test
    void aCodecHasAName() throws IOException {
        var unheardOf = WHOLE.clone();
        unheardOf[position(unheardOf, "avc1")] = 'x';
        assertThat(look(unheardOf)).isInstanceOf(Finding.Whole.class);
        var nameless = WHOLE.clone();
        nameless[position(nameless, "avc1")] = 7;
        assertUseless(look(nameless), "corrupt", "how it is coded has no name");
    }

    @Test
    void aFileThatCannotBeReadIsNoFinding() throws IOException {
        var channel = Files.newByteChannel(Files.write(folder.resolve("file"), WHOLE));
        channel.close();
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> MediaCheck.look(channel));
    }

    private Finding look(byte[] bytes) throws IOException {
        try (var channel = Files.newByteChannel(Files.write(folder.resolve("file"), bytes))) {
            return MediaCheck.look(channel);
        }
    }

    private static void assertUseless(Finding finding, String reason, String what) {
        assertThat(finding).isEqualTo(new Finding.Useless(new Damage(reason, what)));
    }

    private static int position(byte[] bytes, String type) {
        return new String(bytes, ISO_8859_1).indexOf(type);
    }

    private static byte[] noise() {
        var data = new byte[DATA];
        new Random(7).nextBytes(data);
        return data;
    }
}
