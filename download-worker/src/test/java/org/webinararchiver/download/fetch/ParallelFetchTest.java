package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.platform.budget.WorkerConnectionBudget;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;
import org.webinararchiver.platform.storage.s3.S3Location;
import org.webinararchiver.platform.storage.s3.S3ObjectStore;

@Timeout(60)
class ParallelFetchTest {
    private static final int MOST = 4;

    /** As a JPEG begins. */
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final BudgetRule FOUR_AT_ONCE = new BudgetRule(MOST, MOST, Duration.ZERO, Duration.ofSeconds(1));

    @TempDir
    Path folder;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Segment> noted = new CopyOnWriteArrayList<>();
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
    void everySegmentHasItsOutcomeAndIsNotedOnce() throws Exception {
        var wanted = segments(20);
        Web web = request -> answer(request.uri().getPath().equals("/7") ? 404 : 200);
        var outcomes = parallel(web)
                .fetch(wanted, all(wanted), ParallelFetchTest::request, (segment, outcome) -> noted.add(segment));
        assertThat(outcomes).hasSize(20);
        assertThat(outcomes).filteredOn(FetchOutcome.Failed.class::isInstance).hasSize(1);
        assertThat(noted).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void nothingWantedIsNothingDone() throws Exception {
        assertThat(parallel(request -> answer(200))
                        .fetch(
                                List.of(),
                                all(List.of()),
                                ParallelFetchTest::request,
                                (segment, outcome) -> noted.add(segment)))
                .isEmpty();
    }

    @Test
    void fourAreAskedForSideBySideAndNoMore() throws Exception {
        var fetching = fetchingInBackground(12);
        await().until(() -> asked.get() >= MOST);
        await().during(Duration.ofMillis(300)).until(() -> asked.get() == MOST);
        gate.countDown();
        fetching.join();
        assertThat(asked).hasValue(12);
        assertThat(noted).hasSize(12);
    }

    @Test
    void anInterruptionStopsAllAndNothingMoreIsNoted() throws Exception {
        var interrupted = new AtomicBoolean();
        var fetching = Thread.ofVirtual().start(() -> {
            try {
                fetch(12);
            } catch (InterruptedException e) {
                interrupted.set(true);
            } catch (FailureException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> asked.get() == MOST);
        fetching.interrupt();
        fetching.join();
        assertThat(interrupted).isTrue();
        assertThat(noted).isEmpty();
        assertThat(asked).hasValue(MOST);
    }

    /** The others wait for a host that says nothing; whoever fails to write must not wait with them. */
    @Test
    void aNoteThatCannotBeWrittenEndsTheOthers() {
        var order = new AtomicInteger();
        Web web = request -> order.incrementAndGet() == MOST ? answer(200) : answerWhenReleased();
        assertThatIllegalStateException()
                .isThrownBy(() -> parallel(web)
                        .fetch(segments(12), all(segments(12)), ParallelFetchTest::request, (segment, outcome) -> {
                            throw new IllegalStateException("the lease is lost");
                        }))
                .withMessage("the lease is lost");
    }

    @Test
    void whenAHostRestsForLongTheRestIsLeftAndWhatIsStoredIsNoted() throws Exception {
        var busy = new BudgetRule(1, 1, Duration.ZERO, Duration.ofMinutes(2));
        Web web = request -> request.uri().getPath().equals("/3")
                ? new WebAnswer(503, Map.of("retry-after", "90"), new ByteArrayInputStream(new byte[0]))
                : answer(200);
        var wanted = segments(10);
        var outcomes = new ParallelFetch(fetcher(web, store), new WorkerConnectionBudget(busy), PATIENCE)
                .fetch(wanted, all(wanted), ParallelFetchTest::request, (segment, outcome) -> noted.add(segment));
        assertThat(outcomes).hasSize(10);
        var stored =
                outcomes.stream().filter(FetchOutcome.Stored.class::isInstance).count();
        assertThat(noted).hasSize((int) stored + 1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof FetchOutcome.Failed(Failure.NotNow later)
                        && later.pause().compareTo(PATIENCE) > 0)
                .hasSize(10 - noted.size());
    }

    @Test
    void whenOurStoreIsAwayTheHostIsAskedForNothingMore() throws Exception {
        Web web = request -> {
            asked.incrementAndGet();
            return answer(200);
        };
        try (var away = S3ObjectStore.at(
                new S3Location(URI.create("http://127.0.0.1:1"), "us-east-1", "bucket", "key", new Secret("secret")))) {
            var fetch = new ParallelFetch(
                    fetcher(web, away),
                    new WorkerConnectionBudget(new BudgetRule(1, 1, Duration.ZERO, Duration.ZERO)),
                    PATIENCE);
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> fetch.fetch(
                            segments(1000),
                            all(segments(1000)),
                            ParallelFetchTest::request,
                            (segment, outcome) -> noted.add(segment)))
                    .satisfies(told -> assertThat(told.failure())
                            .isInstanceOf(Failure.OurOutage.class)
                            .extracting(Failure::reason)
                            .isEqualTo("storage-away"));
        }
        assertThat(asked.get()).isLessThan(100);
    }

    private Thread fetchingInBackground(int count) {
        return Thread.ofVirtual().start(() -> {
            try {
                fetch(count);
            } catch (FailureException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void fetch(int count) throws FailureException, InterruptedException {
        parallel(request -> answerWhenReleased())
                .fetch(
                        segments(count),
                        all(segments(count)),
                        ParallelFetchTest::request,
                        (segment, outcome) -> noted.add(segment));
    }

    private ParallelFetch parallel(Web web) {
        return new ParallelFetch(fetcher(web, store), new WorkerConnectionBudget(FOUR_AT_ONCE), PATIENCE);
    }

    private SegmentFetcher fetcher(Web web, ObjectStore into) {
        return new SegmentFetcher(web, into, new Scratch(() -> folder.resolve("scratch")), Limits.WIDE, MOST);
    }

    /** Nothing is left to others. */
    private static BatchShare all(List<Segment> wanted) {
        return new BatchShare(wanted, Long.MAX_VALUE, left -> {
            throw new AssertionError("left to others: " + left);
        });
    }

    private WebAnswer answerWhenReleased() throws IOException {
        asked.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            // Like the client of the web: the thread stays interrupted.
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        return answer(200);
    }

    private static WebAnswer answer(int status) {
        return new WebAnswer(status, Map.of(), new ByteArrayInputStream(PICTURE));
    }

    private static List<Segment> segments(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "https://media.example/" + number)
                .map(url -> Segment.known(url, URI.create(url)))
                .toList();
    }

    private static SegmentRequest request(Segment segment) {
        return new SegmentRequest(
                segment.url(), Map.of(), WantedFile.Kind.PICTURE, "segments/" + segment.id(), 0, new NotesInMemory());
    }
}
