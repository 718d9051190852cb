package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.download.fetch.Outcomes.failureOf;

import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.download.TestStudio;
import org.webinararchiver.download.web.LoopbackWeb;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;

/** Twins of which nothing can be had, and what is said of them. */
class RefusedTwinTest extends TwinUnderTest {
    @Test
    void ofATwinThatIsTooLargeNothingIsStored() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var largest = Files.size(TestStudio.open()
                    .of(TwinPart.of(take(meeting), TwinSpec.USUAL, TwinPart.Stream.PICTURE)
                            .getFirst()));
            assertThat(lost(fetchAtMost(largest - 1, request(platform, meeting, false))))
                    .isEqualTo("too-large");
            assertThat(store.list("recordings/")).isEmpty();
            stored(fetchAtMost(largest, request(platform, meeting, false)));
        }
    }

    private FetchOutcome fetchAtMost(long bytes, TwinRequest request) {
        return fetch(LoopbackWeb.open(), request, budget, new Limits(bytes, 0));
    }

    @Test
    void anEndlessPlaylistIsRefused() throws Exception {
        var meeting = meeting(TwinSpec.USUAL.withoutEnd());
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            assertThat(lost(fetch(LoopbackWeb.open(), request(platform, meeting, false))))
                    .isEqualTo("playlist-endless");
            assertThat(platform.requests().count(PathKind.PIECE)).isZero();
        }
    }

    @Test
    void aTwinThatIsGoneIsLost() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            platform.disturbTwin(take(meeting), new Fault.Missing());
            assertThat(lost(fetch(LoopbackWeb.open(), request(platform, meeting, false))))
                    .isEqualTo("origin-refuses");
            assertThat(platform.requests().countTwin(take(meeting))).isEqualTo(1);
        }
    }

    @Test
    void addressesAreRelativeToWhereThePlaylistWasFoundInTheEnd() {
        var asked = new ArrayList<URI>();
        Web web = request -> {
            asked.add(request.uri());
            return asked.size() == 1
                    ? new WebAnswer(
                            200,
                            Map.of(),
                            Optional.of(URI.create("https://cdn.example/deep/er/list.m3u8")),
                            bytes("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv1/index.m3u8\n"))
                    : new WebAnswer(404, Map.of(), bytes(""));
        };

        lost(fetch(web, request("https://delivery.example/playlist.m3u8")));

        assertThat(asked).last().isEqualTo(URI.create("https://cdn.example/deep/er/v1/index.m3u8"));
    }

    @Test
    void whatIsNoVideoIsRefused() {
        var pages = new Pages()
                .put("/playlist.m3u8", media(""))
                .put("/init.mp4", "<html>Log in</html>")
                .put("/0.m4s", "<html>Log in</html>");
        assertThat(lost(fetch(pages, request("https://delivery.example/playlist.m3u8"))))
                .isEqualTo("twin-corrupt");
        assertThat(store.list("recordings/")).isEmpty();
    }

    @Test
    void whatIsNoKeyIsRefused() {
        var pages = new Pages()
                .put("/playlist.m3u8", media("#EXT-X-KEY:METHOD=AES-128,URI=\"key\"\n"))
                .put("/init.mp4", "....ftyp")
                .put("/key", "fifteen bytes..");
        assertThat(lost(fetch(pages, request("https://delivery.example/playlist.m3u8"))))
                .isEqualTo("no-key");
    }

    @Test
    void aPieceThatIsEncryptedOtherwiseIsRefusedAtOnce() {
        var pages = new Pages()
                .put("/playlist.m3u8", media("#EXT-X-KEY:METHOD=AES-128,URI=\"key\"\n"))
                .put("/init.mp4", "....ftyp")
                .put("/key", "sixteen bytes...")
                .put("/0.m4s", "thirty-two bytes of no cipher...");
        assertThat(lost(fetch(pages, request("https://delivery.example/playlist.m3u8"))))
                .isEqualTo("undecipherable");
        assertThat(pages.requests("/0.m4s")).isEqualTo(1);
    }

    @Test
    void playlistsThatLeadToFurtherOnesAreRefused() {
        var pages = new Pages().put("/playlist.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nplaylist.m3u8\n");
        assertThat(lost(fetch(pages, request("https://delivery.example/playlist.m3u8"))))
                .isEqualTo("playlist-unsupported");
        assertThat(pages.requests("/playlist.m3u8")).isEqualTo(2);
    }

    @Test
    void aRangeThatIsNotAnsweredIsNotBelieved() {
        var pages = new Pages()
                .put("/playlist.m3u8", media("#EXT-X-BYTERANGE:4@100\n"))
                .put("/init.mp4", "....ftyp")
                .put("/0.m4s", "all of it");
        var failure = failureOf(fetch(pages, request("https://delivery.example/playlist.m3u8")));
        assertThat(failure).isInstanceOf(Failure.Retryable.class);
        assertThat(failure.reason()).isEqualTo("wrong-range");
    }

    private static String media(String before) {
        return "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MAP:URI=\"init.mp4\"\n" + before
                + "#EXTINF:2,\n0.m4s\n#EXT-X-ENDLIST\n";
    }
}
