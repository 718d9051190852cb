package org.webinararchiver.sources.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.sources.hls.Piece.Encryption;
import org.webinararchiver.sources.hls.Piece.Part;

class PiecePlanTest {
    private static final URI BASE = URI.create("https://delivery.example/record/a.mp4/v1/");

    @Test
    void piecesOfOneDescriptionAreOneRun() throws FailureException {
        var plan = Playlists.pieces("""
                #EXT-X-TARGETDURATION:4
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:4.0,
                0.m4s
                #EXTINF:2.5,
                /elsewhere/1.m4s?x=1
                #EXT-X-ENDLIST
                """);

        assertThat(plan.runs())
                .containsExactly(new Run(
                        0,
                        Duration.ZERO,
                        whole("init.mp4", 0),
                        List.of(whole("0.m4s", 4000), whole("/elsewhere/1.m4s?x=1", 2500))));
    }

    @Test
    void aDiscontinuityAndAnotherDescriptionBeginRunsAtTheirPlaces() throws FailureException {
        var plan = Playlists.pieces("""
                #EXT-X-TARGETDURATION:4
                #EXT-X-DISCONTINUITY-SEQUENCE:7
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:4,
                0.m4s
                #EXT-X-DISCONTINUITY
                #EXTINF:3,
                1.m4s
                #EXT-X-MAP:URI="other.mp4"
                #EXTINF:2,
                2.m4s
                #EXT-X-ENDLIST
                """);

        assertThat(plan.runs())
                .containsExactly(
                        new Run(7, Duration.ZERO, whole("init.mp4", 0), List.of(whole("0.m4s", 4000))),
                        new Run(8, Duration.ofSeconds(4), whole("init.mp4", 0), List.of(whole("1.m4s", 3000))),
                        new Run(8, Duration.ofSeconds(7), whole("other.mp4", 0), List.of(whole("2.m4s", 2000))));
    }

    @Test
    void aPieceThatIsMissedLeavesItsPlaceEmpty() throws FailureException {
        var plan = Playlists.pieces("""
                #EXT-X-TARGETDURATION:4
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:4,
                0.m4s
                #EXT-X-GAP
                #EXTINF:4,
                1.m4s
                #EXTINF:4,
                2.m4s
                #EXT-X-ENDLIST
                """);

        assertThat(plan.runs()).extracting(Run::at).containsExactly(Duration.ZERO, Duration.ofSeconds(8));
        assertThat(plan.runs()).extracting(Run::lasting).containsOnly(Duration.ofSeconds(4));
    }

    @Test
    void aPartThatDoesNotSayWhereItBeginsFollowsTheOneBefore() throws FailureException {
        var plan = Playlists.pieces("""
                #EXT-X-TARGETDURATION:4
                #EXT-X-MAP:URI="all.mp4",BYTERANGE="700@0"
                #EXTINF:4,
                #EXT-X-BYTERANGE:1000@700
                all.mp4
                #EXTINF:4,
                #EXT-X-BYTERANGE:500
                all.mp4
                #EXT-X-ENDLIST
                """);

        var run = plan.runs().getFirst();
        assertThat(run.description().part()).contains(new Part(0, 700));
        assertThat(run.pieces())
                .extracting(Piece::part)
                .containsExactly(Optional.of(new Part(700, 1000)), Optional.of(new Part(1700, 500)));
    }

    @Test
    void aPartWithoutABeginningThatFollowsNothingIsRefused() {
        assertThat(Playlists.refusal("""
                #EXT-X-TARGETDURATION:4
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:4,
                #EXT-X-BYTERANGE:500
                all.mp4
                #EXT-X-ENDLIST
                """)).isEqualTo("playlist-unreadable");
    }

    @Test
    void aKeyHoldsUntilThereIsAnotherAndNumbersStandInForItsVector() throws FailureException {
        var plan = Playlists.pieces("""
                #EXT-X-TARGETDURATION:4
                #EXT-X-MEDIA-SEQUENCE:258
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:4,
                0.m4s
                #EXT-X-KEY:METHOD=AES-128,URI="key"
                #EXTINF:4,
                1.m4s
                #EXTINF:4,
                2.m4s
                #EXT-X-KEY:METHOD=AES-128,URI="key2",IV=0X0A0B
                #EXTINF:4,
                3.m4s
                #EXT-X-KEY:METHOD=NONE
                #EXTINF:4,
                4.m4s
                #EXT-X-ENDLIST
                """);

        assertThat(plan.runs().getFirst().pieces())
                .extracting(Piece::encryption)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Encryption(BASE.resolve("key"), "00000000000000000000000000000103")),
                        Optional.of(new Encryption(BASE.resolve("key"), "00000000000000000000000000000104")),
                        Optional.of(new Encryption(BASE.resolve("key2"), "00000000000000000000000000000a0b")),
                        Optional.empty());
    }

    @Test
    void whatIsProtectedOtherwiseIsRefused() {
        assertThat(Playlists.refusal(withKey("METHOD=SAMPLE-AES,URI=\"key\""))).isEqualTo("playlist-protected");
        assertThat(Playlists.refusal(
                        withKey("METHOD=AES-128,URI=\"skd://x\",KEYFORMAT=\"com.apple.streamingkeydelivery\"")))
                .isEqualTo("playlist-protected");
    }

    @Test
    void aKeyComesFromTheWeb() {
        assertThat(Playlists.refusal(withKey("METHOD=AES-128,URI=\"file:///etc/passwd\"")))
                .isEqualTo("playlist-unreadable");
        assertThat(Playlists.refusal(withKey("METHOD=AES-128,URI=\"data:text/plain;base64,AAAA\"")))
                .isEqualTo("playlist-unreadable");
        assertThat(Playlists.refusal(withKey("METHOD=AES-128"))).isEqualTo("playlist-unreadable");
    }

    private static String withKey(String key) {
        return """
                #EXT-X-TARGETDURATION:4
                #EXT-X-MAP:URI="init.mp4"
                #EXT-X-KEY:%s
                #EXTINF:4,
                0.m4s
                #EXT-X-ENDLIST
                """.formatted(key);
    }

    @Test
    void anEndlessPlaylistIsRefused() {
        assertThat(Playlists.refusal("""
                #EXT-X-TARGETDURATION:4
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:4,
                0.m4s
                """)).isEqualTo("playlist-endless");
    }

    @Test
    void piecesWithoutADescriptionAreRefused() {
        assertThat(Playlists.refusal("""
                #EXT-X-TARGETDURATION:4
                #EXTINF:4,
                0.ts
                #EXT-X-ENDLIST
                """)).isEqualTo("playlist-unsupported");
    }

    @Test
    void thereMayBeAsManyPiecesAsAreAllowedAndNoMore() throws FailureException {
        assertThat(Playlists.pieces(ofLength(20)).runs().getFirst().pieces()).hasSize(20);
        assertThat(Playlists.refusal(ofLength(21))).isEqualTo("playlist-too-long");
    }

    private static String ofLength(int pieces) {
        return "#EXT-X-TARGETDURATION:4\n#EXT-X-MAP:URI=\"init.mp4\"\n"
                + "#EXTINF:4,\n0.m4s\n".repeat(pieces)
                + "#EXT-X-ENDLIST\n";
    }

    @Test
    void aPlaylistOfNothingIsRefused() {
        assertThat(Playlists.refusal("#EXT-X-TARGETDURATION:4\n#EXT-X-ENDLIST\n"))
                .isEqualTo("playlist-empty");
    }

    private static Piece whole(String reference, long millis) {
        return new Piece(BASE.resolve(reference), Optional.empty(), Optional.empty(), Duration.ofMillis(millis));
    }
}
