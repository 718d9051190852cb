package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DURATION;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;
import org.webinararchiver.platform.storage.s3.S3Location;
import org.webinararchiver.platform.storage.s3.S3ObjectStore;

class SegmentFetcherTest {
    private static final int A_PART = 8 * 1024 * 1024;
    private static final String KEY = "recordings/1/segments/2";
    private static final SegmentRequest REQUEST = request(WantedFile.Kind.DOCUMENT);
    private static final byte[] FILE = "%PDF-1.7 and".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final ConnectionBudget budget = Budgets.of(8);
    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void aFileOfAnnouncedLengthIsStored() throws IOException {
        assertThat(fetch(answering(200, Map.of("content-length", "12"), FILE)))
                .isEqualTo(new FetchOutcome.Stored(KEY, FILE.length, Optional.empty()));
        assertStored(FILE);
    }

    @Test
    void aFileOfUnknownLengthIsStored() throws IOException {
        assertThat(fetch(answering(200, Map.of(), FILE)))
                .isEqualTo(new FetchOutcome.Stored(KEY, FILE.length, Optional.empty()));
        assertStored(FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {A_PART - 1, A_PART, A_PART + 1, 2 * A_PART, 2 * A_PART + 1})
    void aLargeFileOfUnknownLengthIsStoredInParts(int length) throws IOException {
        var large = new byte[length];
        new Random(length).nextBytes(large);
        System.arraycopy(FILE, 0, large, 0, FILE.length);
        assertThat(fetch(answering(200, Map.of(), large)))
                .isEqualTo(new FetchOutcome.Stored(KEY, length, Optional.empty()));
        assertStored(large);
    }

    @Test
    void nothingIsLeftOfALargeFileThatBreaks() throws IOException {
        var beginning = new ByteArrayInputStream(Arrays.copyOf(FILE, A_PART + 1));
        assertBrokenOff(failure(
                request -> new WebAnswer(200, Map.of(), new SequenceInputStream(beginning, new BreakingStream()))));
        assertNothingStored();
        assertThat(folder.resolve("uploads")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsLargerThanAnyMayBeIsLost(boolean lengthIsKnown) throws IOException {
        var headers = lengthIsKnown ? Map.of("content-length", "12") : Map.<String, String>of();
        var smaller = fetcher(answering(200, headers, FILE), store, new Limits(FILE.length - 1, 0));
        assertThat(fetch(smaller, REQUEST))
                .asInstanceOf(type(FetchOutcome.Failed.class))
                .extracting(FetchOutcome.Failed::failure)
                .asInstanceOf(type(Failure.OfTask.class))
                .extracting(Failure.OfTask::reason)
                .isEqualTo("too-large");
        assertNothingStored();
    }

    @Test
    void aBusyHostMayNameATime() {
        var later = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1);
        var header = DateTimeFormatter.RFC_1123_DATE_TIME.format(later);
        assertThat(failure(answering(503, Map.of("retry-after", header), FILE)))
                .asInstanceOf(type(Failure.Retryable.class))
                .extracting(Failure.Retryable::pause, DURATION)
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
    }

    @Test
    void theHeadersThatTheHostWantsAreSent() {
        Web web = request -> {
            assertThat(request.uri()).isEqualTo(REQUEST.url());
            assertThat(request.headers()).containsAllEntriesOf(REQUEST.headers());
            assertThat(request.secretCookies()).isEmpty();
            assertThat(request.secretQuery()).isEmpty();
            return answer(200, Map.of(), FILE);
        };
        assertThat(fetch(web)).isInstanceOf(FetchOutcome.Stored.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 410, 416, 499})
    void aFileThatIsRefusedIsLost(int status) throws IOException {
        assertThat(failure(answering(status, Map.of(), FILE)))
                .asInstanceOf(type(Failure.OfTask.class))
                .satisfies(lost -> {
                    assertThat(lost.reason()).isEqualTo("origin-refuses");
                    assertThat(lost.message()).contains(REQUEST.url().toString(), Integer.toString(status));
                });
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
    void aBusyHostIsAskedAgain(int status) throws IOException {
        assertThat(failure(answering(status, Map.of(), FILE)))
                .asInstanceOf(type(Failure.Retryable.class))
                .satisfies(busy -> {
                    assertThat(busy.reason()).isEqualTo("origin-busy");
                    assertThat(busy.pause()).isZero();
                });
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource({
        "429, 7, 7",
        "503, 0, 0",
        "503, 86400, 86400",
        "503, 99999999999999999999, 0",
        "503, -1, 0",
        "503, soon, 0",
        "503, '', 0"
    })
    void aBusyHostIsGivenTheTimeItAsksFor(int status, String retryAfter, long seconds) {
        assertThat(failure(answering(status, Map.of("retry-after", retryAfter), FILE)))
                .asInstanceOf(type(Failure.Retryable.class))
                .extracting(Failure.Retryable::pause)
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "5000000"})
    void aFileThatIsShorterThanAnnouncedBrokeOff(String announced) throws IOException {
        assertBrokenOff(failure(answering(200, Map.of("content-length", announced), FILE)));
        assertNothingStored();
    }

    @Test
    void aFileThatIsLongerThanAnnouncedIsNotBelieved() throws IOException {
        assertBrokenOff(failure(answering(200, Map.of("content-length", "11"), FILE)));
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionThatBreaksIsTriedAgain(boolean lengthIsKnown) throws IOException {
        var headers = lengthIsKnown ? Map.of("content-length", "12") : Map.<String, String>of();
        assertBrokenOff(failure(request -> new WebAnswer(200, headers, new BreakingStream())));
        assertNothingStored();
    }

    @Test
    void aHostThatCannotBeReachedIsTriedAgain() {
        assertBrokenOff(failure(request -> {
            throw new IOException("connection refused");
        }));
    }

    @Test
    void anAddressThatMayNotBeAskedIsNotTriedAgain() {
        var failure = failure(request -> {
            throw new ForbiddenAddress("media.example is at 10.0.0.1");
        });
        assertThat(failure).isInstanceOf(Failure.OfTask.class);
        assertThat(failure.reason()).isEqualTo("forbidden-address");
    }

    @Test
    void anOutageOnTheWayIsToldAsWhatItIs() {
        var outage = new Failure.OurOutage("proxy-away", "It is away.", "Look.", Failure.OurOutage.Remedy.TIME);
        assertThat(failure(request -> {
                    throw new NotAsked(outage);
                }))
                .isEqualTo(outage);
    }

    @Test
    void aStoreThatIsAwayIsNotBlamedOnTheHost() throws IOException {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = nobody.getLocalPort();
            nobody.close();
            var location = new S3Location(
                    URI.create("http://127.0.0.1:" + port), "us-east-1", "bucket", "key", new Secret("secret"));
            try (var away = S3ObjectStore.at(location)) {
                var outcome = fetch(fetcher(answering(200, Map.of(), FILE), away, Limits.WIDE), REQUEST);
                assertThat(outcome)
                        .asInstanceOf(type(FetchOutcome.Failed.class))
                        .extracting(FetchOutcome.Failed::failure)
                        .asInstanceOf(type(Failure.OurOutage.class))
                        .extracting(Failure.OurOutage::reason)
                        .isEqualTo("storage-away");
            }
        }
    }

    @Test
    void aDiskThatTakesNothingIsNotBlamedOnTheHost() throws IOException {
        Files.delete(folder.resolve("objects"));
        Files.createFile(folder.resolve("objects"));
        var failure = failure(answering(200, Map.of("content-length", "12"), FILE));
        assertThat(failure)
                .isInstanceOf(Failure.OurOutage.class)
                .extracting(Failure::reason)
                .isEqualTo("storage-fails");
    }

    private static final class BreakingStream extends InputStream {
        private boolean begun;

        @Override
        public int read() throws IOException {
            if (begun) {
                throw new IOException("connection reset");
            }
            begun = true;
            return 1;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WantedFile.Kind.class,
            names = {"PICTURE", "DOCUMENT"})
    void aPageInPlaceOfASlideIsNotStored(WantedFile.Kind kind) throws IOException {
        var page = "<!doctype html><p>Log in".getBytes(UTF_8);
        var outcome = fetch(fetcher(answering(200, Map.of(), page), store, Limits.WIDE), request(kind));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FetchOutcome.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOf(Failure.OfTask.class)
                                .returns("unexpected-content", Failure::reason));
        assertNothingStored();
    }

    @Test
    void aSlideIsStoredByteForByte() throws IOException {
        var picture = "GIF89a and so on".getBytes(UTF_8);
        var web = answering(200, Map.of("content-length", "16"), picture);
        assertThat(fetch(fetcher(web, store, Limits.WIDE), request(WantedFile.Kind.PICTURE)))
                .isEqualTo(new FetchOutcome.Stored(KEY, 16, Optional.empty()));
        assertStored(picture);
    }

    private static SegmentRequest request(WantedFile.Kind kind) {
        return new SegmentRequest(
                URI.create("https://media.example/1"),
                Map.of("Referer", "https://example.com/"),
                kind,
                KEY,
                0,
                new NotesInMemory());
    }

    private static Web answering(int status, Map<String, String> headers, byte[] body) {
        return request -> answer(status, headers, body);
    }

    private static WebAnswer answer(int status, Map<String, String> headers, byte[] body) {
        return new WebAnswer(status, headers, new ByteArrayInputStream(body));
    }

    private FetchOutcome fetch(Web web) {
        return fetch(fetcher(web, store, Limits.WIDE), REQUEST);
    }

    private SegmentFetcher fetcher(Web web, ObjectStore into, Limits limits) {
        return new SegmentFetcher(web, into, new Scratch(() -> folder.resolve("scratch")), limits, 4);
    }

    private FetchOutcome fetch(SegmentFetcher fetcher, SegmentRequest request) {
        try (var connections = Connections.to(request.url(), budget, Duration.ZERO)) {
            return fetcher.fetch(request, connections, length -> {});
        } catch (InterruptedException | OriginRests e) {
            throw new AssertionError(e);
        }
    }

    private Failure failure(Web web) {
        return switch (fetch(web)) {
            case FetchOutcome.Failed failed -> failed.failure();
            case FetchOutcome.Damaged damaged -> throw new AssertionError("came damaged: " + damaged);
            case FetchOutcome.Stored stored -> throw new AssertionError("was stored: " + stored);
        };
    }

    private static void assertBrokenOff(Failure failure) {
        assertThat(failure).isInstanceOf(Failure.Retryable.class);
        assertThat(failure.reason()).isEqualTo("broken-off");
        assertThat(failure.message()).contains(REQUEST.url().toString());
    }

    private void assertStored(byte[] bytes) throws IOException {
        try (var stored = store.get(KEY)) {
            assertThat(stored.readAllBytes()).isEqualTo(bytes);
        }
    }

    private void assertNothingStored() throws IOException {
        assertThat(store.head(KEY)).isEmpty();
    }
}
