package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.webinararchiver.download.fetch.Outcomes.failureOf;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.TestStudio;
import org.webinararchiver.download.web.LoopbackWeb;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.WorkerConnectionBudget;
import org.webinararchiver.platform.catalog.StoredRun;
import org.webinararchiver.platform.catalog.TwinStore;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.sources.hls.PlaylistLimits;
import org.webinararchiver.sources.hls.PlaylistReader;

class TwinFetcherTest {
    private static final String KEY = "recordings/1/segments/2/task-1";

    @TempDir
    Path folder;

    private final ConnectionBudget budget = Budgets.of(1);
    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder.resolve("store"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    static Stream<TwinSpec> twins() {
        return Stream.of(
                TwinSpec.USUAL,
                TwinSpec.USUAL.inRanges(),
                TwinSpec.USUAL.withEncryption(),
                TwinSpec.USUAL.inRanges().withEncryption(),
                TwinSpec.USUAL.startingAt(Duration.ofMinutes(7)).breakingAt(lasting(2)));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void thePictureOfATwinIsStoredByteForByte(TwinSpec spec) throws Exception {
        var meeting = meeting(spec);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var runs = stored(fetch(LoopbackWeb.open(), request(platform, meeting, false)));

            assertThat(runs).extracting(StoredRun::run).extracting(TwinRun::at).isEqualTo(beginnings(spec));
            assertThat(runs).extracting(run -> run.run().discontinuity()).doesNotHaveDuplicates();
            assertAre(runs, TwinPart.of(take(meeting), spec, TwinPart.Stream.PICTURE));
        }
    }

    private static List<Duration> beginnings(TwinSpec spec) {
        var beginnings = new ArrayList<>(List.of(Duration.ZERO));
        spec.brokenAt().ifPresent(beginnings::add);
        return beginnings;
    }

    @Test
    void whereTheFileIsMissingTheSoundIsStoredToo() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var runs = stored(fetch(LoopbackWeb.open(), request(platform, meeting, true)));

            assertAre(
                    runs,
                    Stream.of(TwinPart.Stream.PICTURE, TwinPart.Stream.SOUND)
                            .flatMap(stream -> TwinPart.of(take(meeting), TwinSpec.USUAL, stream).stream())
                            .toList());
        }
    }

    @Test
    void aKeyIsFetchedOnceForAllPieces() throws Exception {
        var meeting = meeting(TwinSpec.USUAL.withEncryption());
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            stored(fetch(LoopbackWeb.open(), request(platform, meeting, false)));

            assertThat(platform.requests().latest())
                    .filteredOn(request -> request.path().endsWith("/key"))
                    .hasSize(1);
            assertThat(platform.requests().latest())
                    .allSatisfy(request -> assertThat(request.header("referer")).contains("https://page.example/"));
        }
    }

    @Test
    void whatIsBusyOrBreaksOffIsAskedAgainAndNothingElse() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            platform.disturbTwin(take(meeting), new Fault.FailFirst(2, 503));
            stored(fetch(LoopbackWeb.open(), request(platform, meeting, false)));
            assertThat(platform.requests().count(PathKind.PLAYLIST)).isEqualTo(4);
            assertThat(platform.requests().count(PathKind.PIECE)).isEqualTo(3);

            platform.disturbTwin(take(meeting), new Fault.TruncatedOnce());
            stored(fetch(LoopbackWeb.open(), request(platform, meeting, false)));
            assertThat(platform.requests().count(PathKind.PLAYLIST)).isEqualTo(7);
        }
    }

    @Test
    void piecesComeSideBySideAndAreStoredInOrder() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var usual = new WorkerConnectionBudget(BudgetRule.DEFAULT);
            var web = new LastPieceFirst(LoopbackWeb.open(), "/0.m4s", "/1.m4s");

            var runs = stored(fetch(web, request(platform, meeting, false), usual, Limits.WIDE));

            assertAre(runs, TwinPart.of(take(meeting), TwinSpec.USUAL, TwinPart.Stream.PICTURE));
        }
    }

    /** Answers the earlier one of two requests only when the later one has been read to its end. */
    private record LastPieceFirst(Web web, String earlier, String later, CountDownLatch laterIsRead) implements Web {
        LastPieceFirst(Web web, String earlier, String later) {
            this(web, earlier, later, new CountDownLatch(1));
        }

        @Override
        public WebAnswer get(WebRequest request) throws IOException {
            var path = request.uri().getPath();
            if (path.endsWith(earlier)) {
                awaitLater();
            }
            var answer = web.get(request);
            return path.endsWith(later)
                    ? new WebAnswer(answer.status(), answer.headers(), telling(answer.body()))
                    : answer;
        }

        private void awaitLater() throws IOException {
            try {
                assertThat(laterIsRead.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("nobody waits any more");
            }
        }

        private InputStream telling(InputStream body) {
            return new FilterInputStream(body) {
                @Override
                public void close() throws IOException {
                    super.close();
                    laterIsRead.countDown();
                }
            };
        }
    }

    @Test
    void noMorePiecesComeAtOnceThanTheBudgetHasConnections() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            platform.connections().limit(1);

            stored(fetch(LoopbackWeb.open(), request(platform, meeting, true)));

            assertThat(platform.connections().resets()).isZero();
        }
    }

    @Test
    void runsThatWereStoredBeforeAnInterruptionAreNotFetchedAgain() throws Exception {
        var spec = TwinSpec.USUAL.breakingAt(lasting(2));
        var meeting = meeting(spec);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var breaking = new Breaking(LoopbackWeb.open(), "/v2/1/0.m4s");
            assertThat(fetch(breaking, request(platform, meeting, false))).isInstanceOf(FetchOutcome.Failed.class);
            long before = platform.requests().count(PathKind.PIECE);

            var again = new TwinRequest(
                    platform.twinOf(meeting, take(meeting)), Map.of(), false, "recordings/1/segments/2/task-2");
            var runs = stored(fetch(LoopbackWeb.open(), again));

            assertAre(runs, TwinPart.of(take(meeting), spec, TwinPart.Stream.PICTURE));
            assertThat(platform.requests().count(PathKind.PIECE) - before)
                    .as("description and piece of the run that was not stored")
                    .isEqualTo(2);
        }
    }

    /** Refuses what is at this path. */
    private record Breaking(Web web, String path) implements Web {
        @Override
        public WebAnswer get(WebRequest request) throws IOException {
            return request.uri().getPath().endsWith(path) ? new WebAnswer(503, Map.of(), bytes("")) : web.get(request);
        }
    }

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
    void aHostThatRestsForLongAfterItWasAskedWasTriedAndIsNotAskedBefore() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            platform.disturbTwin(take(meeting), new Fault.BusyFirst(1, 90));
            assertThat(failureOf(fetch(LoopbackWeb.open(), request(platform, meeting, false))))
                    .isInstanceOfSatisfying(Failure.Retryable.class, busy -> {
                        assertThat(busy.reason()).isEqualTo("origin-busy");
                        assertThat(busy.pause()).isGreaterThan(Duration.ofSeconds(80));
                    });
            assertThat(failureOf(fetch(LoopbackWeb.open(), request(platform, meeting, false))))
                    .isInstanceOfSatisfying(Failure.NotNow.class, rests -> {
                        assertThat(rests.reason()).isEqualTo("origin-rests");
                        assertThat(rests.pause()).isGreaterThan(Duration.ofSeconds(80));
                    });
            assertThat(platform.requests().countTwin(take(meeting))).isEqualTo(1);
        }
    }

    @Test
    void whoIsStoppedWhileItWaitsForAConnectionAsksForNothing() throws Exception {
        var pages = new Pages();
        try (var occupied = budget.acquire("delivery.example", Duration.ZERO)) {
            Thread.currentThread().interrupt();
            assertThatIllegalStateException()
                    .isThrownBy(() -> fetch(pages, request("https://delivery.example/playlist.m3u8")))
                    .withCauseInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
        assertThat(pages.requests("/playlist.m3u8")).isZero();
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

    /** Answers by the path alone. */
    private static final class Pages implements Web {
        private final Map<String, byte[]> pages = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        Pages put(String path, String body) {
            pages.put(path, body.getBytes(UTF_8));
            return this;
        }

        long requests(String path) {
            return asked.stream().filter(path::equals).count();
        }

        @Override
        public WebAnswer get(WebRequest request) {
            asked.add(request.uri().getPath());
            return new WebAnswer(
                    200,
                    Map.of(),
                    new ByteArrayInputStream(pages.get(request.uri().getPath())));
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static Meeting meeting(TwinSpec spec) {
        return Meeting.named("twin")
                .lecturer("Anna", anna -> anna.cameraInTwin(at(3), lasting(4), spec))
                .written();
    }

    private static Take take(Meeting meeting) {
        return meeting.takes().getFirst();
    }

    private static TwinRequest request(Simulator platform, Meeting meeting, boolean withSound) {
        return new TwinRequest(
                platform.twinOf(meeting, take(meeting)), Map.of("Referer", "https://page.example/"), withSound, KEY);
    }

    private static TwinRequest request(String playlist) {
        return new TwinRequest(URI.create(playlist), Map.of(), false, KEY);
    }

    private FetchOutcome fetch(Web web, TwinRequest request) {
        return fetch(web, request, budget, Limits.WIDE);
    }

    private FetchOutcome fetch(Web web, TwinRequest request, ConnectionBudget connections, Limits limits) {
        var fetcher = new TwinFetcher(
                web,
                connections,
                store,
                new Scratch(() -> folder.resolve("scratch")),
                new PlaylistReader(new PlaylistLimits(100_000, 1000, 1080)),
                limits,
                Duration.ofSeconds(5));
        try {
            return fetcher.fetch(request, share -> assertThat(share).isBetween(0.0, 1.0));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<StoredRun> stored(FetchOutcome outcome) throws IOException {
        assertThat(outcome).isInstanceOf(FetchOutcome.Stored.class);
        return new TwinStore(store).get(((FetchOutcome.Stored) outcome).objectKey());
    }

    private static String lost(FetchOutcome outcome) {
        var failure = failureOf(outcome);
        assertThat(failure).isInstanceOf(Failure.OfTask.class);
        return failure.reason();
    }

    private void assertAre(List<StoredRun> runs, List<TwinPart> parts) throws Exception {
        assertThat(runs).hasSameSizeAs(parts);
        for (int number = 0; number < parts.size(); number++) {
            try (var bytes = store.get(runs.get(number).objectKey())) {
                assertThat(bytes.readAllBytes())
                        .isEqualTo(Files.readAllBytes(TestStudio.open().of(parts.get(number))));
            }
        }
    }
}
