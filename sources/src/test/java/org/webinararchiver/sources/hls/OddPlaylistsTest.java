package org.webinararchiver.sources.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;

/** Whatever a playlist looks like, it gives a plan that can be carried out, or a failure that says why not. */
class OddPlaylistsTest {
    private static final List<String> MASTER = List.of(
            "#EXTM3U",
            "#EXT-X-VERSION:7",
            "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aud\",NAME=\"main\",DEFAULT=YES,CHANNELS=\"2\",URI=\"a1/index.m3u8\"",
            "#EXT-X-STREAM-INF:BANDWIDTH=300000,RESOLUTION=320x180,CODECS=\"vp09.00.10.08,opus\",AUDIO=\"aud\"",
            "v1/index.m3u8",
            "#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360,CODECS=\"vp09.00.10.08,opus\",AUDIO=\"aud\"",
            "v2/index.m3u8",
            "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=900000,URI=\"keys.m3u8\"");

    private static final List<String> MEDIA = List.of(
            "#EXTM3U",
            "#EXT-X-TARGETDURATION:4",
            "#EXT-X-MEDIA-SEQUENCE:3",
            "#EXT-X-PLAYLIST-TYPE:VOD",
            "#EXT-X-MAP:URI=\"init.mp4\",BYTERANGE=\"700@0\"",
            "#EXT-X-KEY:METHOD=AES-128,URI=\"key\",IV=0x0102",
            "#EXTINF:4.0,",
            "#EXT-X-BYTERANGE:1000@700",
            "all.m4s",
            "#EXTINF:4.0,title",
            "#EXT-X-BYTERANGE:100",
            "all.m4s",
            "#EXT-X-DISCONTINUITY",
            "#EXT-X-PROGRAM-DATE-TIME:2026-03-17T11:00:00.000+03:00",
            "#EXTINF:2.5,",
            "2.m4s",
            "#EXT-X-ENDLIST");

    private static final List<String> ODD_WORDS = List.of(
            "",
            "-1",
            "NaN",
            "Infinity",
            "1e300",
            "99999999999999999999",
            "\u0000",
            "\"",
            ",",
            "@",
            "=",
            "0x",
            "{$var}",
            "http://[",
            "//",
            "../../..",
            "file:///etc/passwd",
            "#EXT-X-STREAM-INF:BANDWIDTH=1",
            "METHOD=SAMPLE-AES-CTR",
            "#EXT-X-SKIP:SKIPPED-SEGMENTS=3",
            "\uD83C\uDF0D",
            "%",
            "9223372036854775807@9223372036854775807",
            "x".repeat(3000));

    @Test
    void anythingEndsInAPlanOrAReason() {
        for (long seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<>(random.nextBoolean() ? MASTER : MEDIA);
            for (int change = 0; change <= random.nextInt(3); change++) {
                spoil(lines, random);
            }
            mustEndWell(String.join(random.nextInt(9) == 0 ? "\r\n" : "\n", lines), seed);
        }
    }

    private static void spoil(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        var line = lines.get(at);
        var odd = ODD_WORDS.get(random.nextInt(ODD_WORDS.size()));
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, odd);
            case 3 -> lines.add(at, odd);
            case 4 -> {
                int cut = random.nextInt(line.length() + 1);
                lines.set(at, line.substring(0, cut) + odd + line.substring(Math.min(line.length(), cut + 3)));
            }
            default ->
                lines.set(
                        at,
                        line.replaceFirst(
                                "[=:][^,=:]*", "=" + odd.replace("\\", "").replace("$", "")));
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
    }

    private static void mustEndWell(String text, long seed) {
        try {
            switch (new PlaylistReader(Playlists.LIMITS).read(text, Playlists.FROM)) {
                case Playlist.OfPlaylists choice ->
                    assertThat(choice.picture().or(choice::sound))
                            .as("seed %d", seed)
                            .isPresent();
                case Playlist.OfPieces plan -> mustBeFeasible(plan, seed);
            }
        } catch (FailureException e) {
            assertThat(e.failure()).as("seed %d", seed).isInstanceOf(Failure.OfTask.class);
        }
    }

    private static void mustBeFeasible(Playlist.OfPieces plan, long seed) {
        assertThat(plan.runs()).as("seed %d", seed).isNotEmpty();
        var reached = Duration.ZERO;
        for (var run : plan.runs()) {
            assertThat(run.pieces()).as("seed %d", seed).isNotEmpty();
            assertThat(run.at()).as("seed %d", seed).isGreaterThanOrEqualTo(reached);
            assertThat(run.pieces())
                    .as("seed %d", seed)
                    .allMatch(piece -> piece.url().getScheme().startsWith("http"));
            reached = run.at().plus(run.lasting());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Log in</html>", "#EXTM3U", "#EXTM3U\n#EXT-X-ENDLIST", "\u0000\u0000"})
    void whatIsNoPlaylistIsRefused(String text) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> new PlaylistReader(Playlists.LIMITS).read(text, Playlists.FROM));
    }

    @Test
    void noMoreIsReadThanAPlaylistMayHave() throws IOException {
        var endless = new ByteArrayInputStream("#EXTM3U\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        var before = endless.available();

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> new PlaylistReader(Playlists.LIMITS).read(endless, Playlists.FROM))
                .satisfies(e -> assertThat(e.failure().reason()).isEqualTo("playlist-too-long"));
        assertThat(before - endless.available()).isLessThanOrEqualTo(Playlists.LIMITS.mostBytes() + 1);
    }
}
