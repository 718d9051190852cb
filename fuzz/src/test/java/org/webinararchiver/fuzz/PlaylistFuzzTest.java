package org.webinararchiver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.sources.hls.Piece;
import org.webinararchiver.sources.hls.Playlist;
import org.webinararchiver.sources.hls.PlaylistLimits;
import org.webinararchiver.sources.hls.PlaylistReader;
import org.webinararchiver.sources.hls.Run;

/** Any bytes are a playlist that leads into the web alone, or are refused. */
class PlaylistFuzzTest {
    private static final URI FROM = URI.create("https://delivery.example/record/a.mp4/v1/index.m3u8");
    private static final PlaylistReader READER = new PlaylistReader(new PlaylistLimits(100_000, 1_000, 1080));

    @DictionaryEntries({
        "#EXTM3U\\x0a",
        "#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=640x360,AUDIO=\\x22a\\x22\\x0a",
        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\\x22a\\x22,NAME=\\x22a\\x22,URI=\\x22a\\x22\\x0a",
        "#EXT-X-MAP:URI=\\x22i\\x22,BYTERANGE=\\x2210@0\\x22\\x0a",
        "#EXT-X-KEY:METHOD=AES-128,URI=\\x22k\\x22,IV=0x01\\x0a",
        "#EXT-X-KEY:METHOD=NONE\\x0a",
        "#EXT-X-BYTERANGE:10@5\\x0a",
        "#EXT-X-MEDIA-SEQUENCE:",
        "#EXT-X-DISCONTINUITY\\x0a",
        "#EXT-X-DISCONTINUITY-SEQUENCE:",
        "#EXT-X-GAP\\x0a",
        "#EXT-X-TARGETDURATION:",
        "#EXT-X-ENDLIST",
        "#EXTINF:4.0,\\x0a",
        "file:///etc/passwd",
        "http://",
        "//"
    })
    @FuzzTest
    void anyBytesAreAPlaylistOrRefused(byte[] body) throws IOException {
        try {
            assertThat(addresses(READER.read(new ByteArrayInputStream(body), FROM)))
                    .isNotEmpty()
                    .allMatch(address -> address.getScheme().matches("(?i)https?") && address.getHost() != null);
        } catch (FailureException e) {
            assertThat(e.failure()).isInstanceOf(Failure.OfTask.class);
        }
    }

    private static Stream<URI> addresses(Playlist playlist) {
        return switch (playlist) {
            case Playlist.OfPlaylists choice -> Stream.concat(choice.picture().stream(), choice.sound().stream());
            case Playlist.OfPieces pieces ->
                pieces.runs().stream().flatMap(PlaylistFuzzTest::pieces).map(Piece::url);
        };
    }

    private static Stream<Piece> pieces(Run run) {
        return Stream.concat(Stream.of(run.description()), run.pieces().stream());
    }
}
