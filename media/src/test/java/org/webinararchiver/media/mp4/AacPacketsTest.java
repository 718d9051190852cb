package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

/** Compares with what ffprobe says of the same files. */
class AacPacketsTest {
    private static final List<String> FILM =
            List.of("-f", "lavfi", "-i", "testsrc=s=64x64:r=25:d=3", "-f", "lavfi", "-i", "sine=r=48000:d=3");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"+faststart", "+negative_cts_offsets"})
    void everyPacketIsWhereAndWhenItIs(String flags) throws Exception {
        assertIsAsFfprobeSays(film("-c:v", "libx264", "-c:a", "aac", "-movflags", flags));
    }

    @Test
    void whatPreparesTheDecoderIsBeforeTheBeginning() throws Exception {
        try (var channel = Files.newByteChannel(film("-c:a", "aac"))) {
            var packets = AacPackets.in(channel).orElseThrow();

            assertThat(packets.next()).isTrue();
            assertThat(packets.at().toNanos()).isEqualTo(-21_333_333);
        }
    }

    @Test
    void soundThatADelayMovesIsLater() throws Exception {
        var film = film("-c:v", "libx264", "-c:a", "aac");
        var late = TestFfmpeg.make(
                folder.resolve("late.mp4"),
                Stream.of("-i " + film, "-itsoffset 0.7 -i " + film, "-map 0:v -map 1:a -c copy -movflags +faststart")
                        .flatMap(words -> Arrays.stream(words.split(" ")))
                        .toArray(String[]::new));

        assertIsAsFfprobeSays(late);
    }

    /** Of such a file ffprobe says that its packets are later by one; the edit list and the film it is of do not. */
    @Test
    void packetsBeforeACutAreBeforeTheBeginning() throws Exception {
        var film = film("-c:v", "libx264", "-c:a", "aac");
        var cut = TestFfmpeg.make(folder.resolve("cut.mp4"), "-ss", "1", "-i", film.toString(), "-c", "copy");
        try (var channel = Files.newByteChannel(cut)) {
            var packets = AacPackets.in(channel).orElseThrow();

            assertThat(packets.next()).isTrue();
            assertThat(packets.at().toNanos()).isEqualTo(-1_021_333_333);
        }
    }

    @Test
    void theFormIsThatOfTheSettings() throws Exception {
        assertThat(form(film("-c:a", "aac", "-ar", "44100", "-ac", "2")))
                .isEqualTo(new AacForm(4, 44_100, 2, "121056e500"));
        assertThat(form(film("-c:a", "aac", "-ar", "16000", "-ac", "1")))
                .isEqualTo(new AacForm(8, 16_000, 1, "140856e500"));
    }

    @Test
    void otherSoundIsLeftToOthers() throws Exception {
        assertHasNone(film("-c:a", "libopus"));
        assertHasNone(film("-c:a", "aac", "-ac", "6"));
        assertHasNone(film("-c:a", "aac", "-movflags", "frag_keyframe+empty_moov"));
        assertHasNone(film("-an"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2b920800", "eb8a0800", "118c", "1780564410", "118856e598", "0988", "11", ""})
    void bandReplicationOddLengthsAndOtherProfilesAreNotPlain(String settings) {
        assertThat(AacForm.of(HexFormat.of().parseHex(settings))).isEmpty();
    }

    private void assertHasNone(Path file) throws Exception {
        try (var channel = Files.newByteChannel(file)) {
            assertThat(AacPackets.in(channel)).isEmpty();
        }
    }

    private static AacForm form(Path file) throws Exception {
        try (var channel = Files.newByteChannel(file)) {
            return AacPackets.in(channel).orElseThrow().form();
        }
    }

    private static void assertIsAsFfprobeSays(Path file) throws Exception {
        var told = TestFfmpeg.probe(file, "-select_streams", "a:0", "-show_entries", "packet=pts_time,size,pos")
                .lines()
                .toList();
        var content = Files.readAllBytes(file);
        try (var channel = Files.newByteChannel(file)) {
            var packets = AacPackets.in(channel).orElseThrow();
            var count = 0;
            for (; packets.next(); count++) {
                var fields = told.subList(3 * count, 3 * count + 3);
                assertThat(packets.at().toNanos() / 1e9)
                        .as("packet %d", count)
                        .isCloseTo(Double.parseDouble(fields.getFirst()), within(2e-6));
                var size = Integer.parseInt(fields.get(1));
                var position = Integer.parseInt(fields.get(2));
                assertThat(packets.bytes()).isEqualTo(Arrays.copyOfRange(content, position, position + size));
            }
            assertThat(3 * count).isEqualTo(told.size()).isGreaterThan(200);
        }
    }

    private Path film(String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(FILM);
        all.addAll(List.of(arguments));
        return TestFfmpeg.make(folder.resolve("film.mp4"), all.toArray(String[]::new));
    }
}
