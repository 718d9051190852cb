package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.io.channels.ByteArraySeekableByteChannel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

/** Files that are damaged, cut off, or made to do harm. */
class HostileMp4Test {
    private static final int MUTATIONS = 6_000;

    @TempDir
    private static Path folder;

    private static byte[] whole;
    private static byte[] fragmented;
    private static byte[] fastStart;

    @BeforeAll
    static void makeMedia() throws Exception {
        whole = film("whole.mp4", "-bf", "2");
        fragmented = film("fragmented.mp4", "-movflags", "frag_keyframe+empty_moov");
        fastStart = film("fast-start.mp4", "-movflags", "+faststart");
    }

    @Test
    void otherFilesAreNotMp4() {
        for (var content : List.of("", "x", "seven b", "this is no film", "#EXTM3U\n#EXTINF:1,\nhttp://host/x\n")) {
            assertThatThrownBy(() -> probe(content.getBytes(StandardCharsets.UTF_8)))
                    .as(content)
                    .isInstanceOf(NotMp4.class);
        }
    }

    @Test
    void aFileThatIsCutOffInItsDataIsTruncatedAndTellsWhatItWouldHold() throws Exception {
        var cut = Arrays.copyOf(fastStart, fastStart.length - 1);
        var truncated = catchThrowableOfType(TruncatedMp4.class, () -> probe(cut));
        assertThat(truncated.missingFrom()).isEqualTo(cut.length);
        assertThat(truncated.missingTo()).isEqualTo(fastStart.length);
        assertThat(truncated.media()).hasValue(probe(fastStart));
    }

    @Test
    void aFileThatIsCutOffBeforeItsDescriptionIsTruncated() {
        var cut = Arrays.copyOf(whole, whole.length / 2);
        var truncated = catchThrowableOfType(TruncatedMp4.class, () -> probe(cut));
        assertThat(truncated.missingFrom()).isEqualTo(cut.length);
        assertThat(truncated.missingTo()).isGreaterThan(cut.length).isLessThanOrEqualTo(whole.length);
        assertThat(truncated.media()).isEmpty();
    }

    @Test
    void everyBeginningOfAFileIsTruncated() throws Exception {
        for (var length = 8; length < whole.length; length += 37) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> probe(cut)).as("%d bytes", length).isInstanceOf(TruncatedMp4.class);
        }
        probe(whole);
    }

    @Test
    void dataThatEndBeforeTheLastSampleAreTruncated() throws Exception {
        var mdat = position(fastStart, "mdat") - 4;
        var shorter = Arrays.copyOf(fastStart, fastStart.length - 100);
        ByteBuffer.wrap(shorter).putInt(mdat, shorter.length - mdat);
        var truncated = catchThrowableOfType(TruncatedMp4.class, () -> probe(shorter));
        assertThat(truncated.missingFrom()).isEqualTo(shorter.length);
        assertThat(truncated.missingTo()).isEqualTo(fastStart.length);
    }

    @Test
    void dataThatReachToTheEndHaveNoSize() throws Exception {
        var endless = fastStart.clone();
        ByteBuffer.wrap(endless).putInt(position(endless, "mdat") - 4, 0);
        assertThat(probe(endless)).isEqualTo(probe(fastStart));
    }

    @Test
    void aSizeMayHaveEightBytes() throws Exception {
        var mdat = position(fastStart, "mdat") - 4;
        var large = ByteBuffer.allocate(fastStart.length + 8);
        large.put(fastStart, 0, mdat).putInt(1).put("mdat".getBytes(StandardCharsets.US_ASCII));
        large.putLong(fastStart.length - mdat + 8L);
        large.put(fastStart, mdat + 8, fastStart.length - mdat - 8);
        assertThat(probe(large.array()).video()).isPresent();
    }

    @Test
    void rubbishBehindTheLastBoxIsOverlooked() throws Exception {
        var longer = Arrays.copyOf(whole, whole.length + 100);
        Arrays.fill(longer, whole.length, longer.length, (byte) 0xee);
        assertThat(probe(longer)).isEqualTo(probe(whole));
    }

    @Test
    void aBoxThatIsSmallerThanItsHeaderDoesNotStopTheReaderForEver() {
        for (var size = 2; size < 8; size++) {
            var bytes = whole.clone();
            ByteBuffer.wrap(bytes).putInt(position(bytes, "mvhd") - 4, size);
            assertThatThrownBy(() -> probe(bytes)).isInstanceOf(NotMp4.class);
        }
    }

    @Test
    void aTableThatClaimsMoreRowsThanItHoldsIsRefused() {
        for (var table : List.of("stts", "stsc", "stsz", "stco", "ctts", "elst")) {
            var bytes = whole.clone();
            var count = position(bytes, table) + (table.equals("stsz") ? 12 : 8);
            ByteBuffer.wrap(bytes).putInt(count, -1);
            assertThatThrownBy(() -> probe(bytes)).as(table).isInstanceOf(NotMp4.class);
        }
    }

    @Test
    void thousandsOfMillionsOfEqualSamplesTakeNoTime() {
        var bytes = whole.clone();
        ByteBuffer.wrap(bytes).putInt(position(bytes, "stts") + 12, -1).putInt(position(bytes, "stts") + 16, -1);
        assertThatThrownBy(() -> probe(bytes)).isInstanceOf(NotMp4.class).hasMessageContaining("beyond all measure");
        ByteBuffer.wrap(bytes).putInt(position(bytes, "stts") + 16, 1 << 20);
        assertThatThrownBy(() -> probe(bytes)).isInstanceOf(NotMp4.class).hasMessageContaining("a time of");
        var sizes = whole.clone();
        ByteBuffer.wrap(sizes).putInt(position(sizes, "stsz") + 8, 1 << 20).putInt(position(sizes, "stsz") + 12, -1);
        ByteBuffer.wrap(sizes).putInt(position(sizes, "stsc") + 16, -1);
        assertThatThrownBy(() -> probe(sizes)).isInstanceOf(TruncatedMp4.class);
    }

    @Test
    void boxesWithinBoxesDoNotExhaustTheStack() {
        var depth = 100_000;
        var bytes = ByteBuffer.allocate(depth * 8);
        for (var level = 0; level < depth; level++) {
            bytes.putInt((depth - level) * 8).put("moov".getBytes(StandardCharsets.US_ASCII));
        }
        assertThatThrownBy(() -> probe(bytes.array())).isInstanceOf(NotMp4.class);
    }

    @Test
    void aSecondThatIsDividedIntoNothingIsRefused() {
        var bytes = whole.clone();
        ByteBuffer.wrap(bytes).putInt(position(bytes, "mdhd") + 16, 0);
        assertThatThrownBy(() -> probe(bytes)).isInstanceOf(NotMp4.class);
    }

    @Test
    void whateverIsChangedTheReaderEndsAsItSays() throws Exception {
        var random = new Random(20_261_120);
        for (var original : List.of(whole, fragmented, fastStart)) {
            for (var mutation = 0; mutation < MUTATIONS / 3; mutation++) {
                assertEndsAsItSays(mutated(original, random));
            }
        }
    }

    private static void assertEndsAsItSays(byte[] bytes) throws IOException {
        try {
            var media = probe(bytes);
            assertThat(media.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
            media.video().ifPresent(video -> assertThat(video.frameRate()).isNotNegative());
        } catch (Mp4Exception e) {
            assertThat(e).hasMessageMatching("\\S.+");
        }
        try {
            var packets = AacPackets.in(ByteArraySeekableByteChannel.wrap(bytes));
            for (var count = 0; packets.isPresent() && packets.get().next(); count++) {
                assertThat(count).isLessThan(bytes.length);
                packets.get().at();
                packets.get().bytes();
            }
        } catch (NotMp4 e) {
            assertThat(e).hasMessageMatching("\\S.+");
        }
    }

    @Test
    void packetsOfSoundThatAreNowhereAreRefused() throws Exception {
        var bytes = fastStart.clone();
        var sound = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("stsz");
        ByteBuffer.wrap(bytes).putInt(sound + 8, 1).putInt(sound + 12, -1);
        assertThatThrownBy(() -> AacPackets.in(ByteArraySeekableByteChannel.wrap(bytes)))
                .isInstanceOf(NotMp4.class)
                .hasMessageContaining("samples");
        ByteBuffer.wrap(bytes).putInt(sound + 8, 1 << 20).putInt(sound + 12, 2);
        var packets = AacPackets.in(ByteArraySeekableByteChannel.wrap(bytes)).orElseThrow();
        assertThat(packets.next()).isTrue();
        assertThatThrownBy(packets::bytes).isInstanceOf(NotMp4.class);
    }

    /** Changes what describes, mostly: a change within compressed pictures would go unnoticed. */
    private static byte[] mutated(byte[] original, Random random) {
        var bytes = original.clone();
        var moov = position(bytes, "moov");
        var moof = position(bytes, "moof");
        for (var change = random.nextInt(4); change >= 0; change--) {
            var from = moof > 0 && random.nextBoolean() ? moof : random.nextInt(8) == 0 ? 0 : moov;
            var at = from + random.nextInt(Math.min(2500, bytes.length - from));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) random.nextInt(-1, 2));
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static MediaProbe probe(byte[] bytes) throws IOException, Mp4Exception {
        return Mp4Probe.probe(ByteArraySeekableByteChannel.wrap(bytes));
    }

    private static byte[] film(String name, String... arguments) throws IOException, InterruptedException {
        var film = TestFfmpeg.make(
                folder.resolve(name),
                Stream.concat(
                                List.of(
                                        "-f",
                                        "lavfi",
                                        "-i",
                                        "testsrc=s=64x64:r=25:d=1",
                                        "-f",
                                        "lavfi",
                                        "-i",
                                        "sine=r=8000:d=1",
                                        "-c:v",
                                        "libx264",
                                        "-c:a",
                                        "aac")
                                        .stream(),
                                Arrays.stream(arguments))
                        .toArray(String[]::new));
        return Files.readAllBytes(film);
    }

    private static int position(byte[] bytes, String type) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type);
    }
}
