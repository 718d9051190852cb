package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.download.SmallMp4;
import org.webinararchiver.download.WorkerTest;
import org.webinararchiver.download.fetch.RangedOrigin.Answer;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.LeaseLost;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.platform.upload.Uploads;

/** Two workers, one after the other, at one large file: a real database, a real store. */
@WorkerTest
@Timeout(120)
class LargeFilesAmongWorkersTest {
    private static final int A_PART = 8 * 1024 * 1024;
    private static final byte[] FILE = media(4 * A_PART + 1000, 1);
    private static final Parts PARTS = new Parts(FILE.length, A_PART);
    private static final ByteRange BEGINNING = ByteRange.of(0, 2 * A_PART);

    @Inject
    FetchBench bench;

    @Inject
    FetchHandler handler;

    @Inject
    ObjectStore store;

    @Inject
    Uploads uploads;

    @Inject
    Transactions transactions;

    private final CountDownLatch held = new CountDownLatch(1);
    private RangedOrigin origin;

    @BeforeEach
    void start() throws IOException {
        origin = RangedOrigin.of(FILE);
    }

    @AfterEach
    void stop() {
        held.countDown();
        origin.close();
    }

    @Test
    void theSecondGoesOnWhereTheFirstWasStoppedAndNoStoredPartIsFetchedAgain() throws Exception {
        holdAfterTheFirst(2);
        var task = bench.batchOf(List.of(origin.url()));
        var first = new Worker(task);
        awaitStoredParts(task, 3);
        first.stop();
        var before = List.copyOf(origin.sent());
        release();

        work(bench.takenOver(task));
        assertStored(task, FILE);
        assertThat(before).hasSize(2).contains(BEGINNING);
        assertThat(origin.sent())
                .contains(PARTS.range(3), PARTS.range(4), PARTS.range(5))
                .filteredOn(before::contains)
                .hasSameSizeAs(before);
        assertThat(transactions.call(() -> uploads.underWay(task.recording()))).isEmpty();
    }

    /** It was only slow: when it goes on, its parts are the same bytes, and nothing of them is written down. */
    @Test
    void aFirstThatComesBackSpoilsNothing() throws Exception {
        holdAfterTheFirst(2);
        var task = bench.batchOf(List.of(origin.url()));
        var slow = new Worker(task);
        awaitStoredParts(task, 3);
        origin.always(Answer.RANGE);

        work(bench.takenOver(task));
        release();
        assertThat(slow.failure()).isInstanceOf(LeaseLost.class);
        assertStored(task, FILE);
    }

    @Test
    void aFileThatChangedMeanwhileIsFetchedWhole() throws Exception {
        holdAfterTheFirst(2);
        var task = bench.batchOf(List.of(origin.url()));
        var first = new Worker(task);
        awaitStoredParts(task, 3);
        first.stop();
        release();
        var other = media(4 * A_PART + 1000, 2);
        origin.change(other, Map.of("ETag", "\"2\""));

        work(bench.takenOver(task));
        assertStored(task, other);
        await().untilAsserted(() -> assertThat(bench.uploadsOf(task.recording()))
                .as("uploads that are not aborted yet")
                .isZero());
    }

    @Test
    void whatABatchHasNotBegunAfterSomeLargeFilesIsLeftToOthers() throws Exception {
        origin.change(media(A_PART / 2, 3), Map.of("ETag", "\"3\""));
        var task = bench.batchOf(IntStream.range(0, 20)
                .mapToObj(number -> URI.create(origin.url() + "-" + number))
                .toList());
        work(task);
        assertThat(bench.tasksOf(task.recording())).isGreaterThan(1);
        await().untilAsserted(() -> assertThat(bench.segmentsOf(task))
                .hasSize(20)
                .extracting(StoredSegment::state)
                .containsOnly(SegmentState.STORED));
    }

    @Test
    void aLargeFileThatCameDamagedIsBegunAnew() throws Exception {
        origin.change(RangedOrigin.noise(FILE.length, 4), Map.of("ETag", "\"4\""));
        var task = bench.batchOf(List.of(origin.url()));
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> work(task));
        assertThat(transactions.call(() -> uploads.underWay(task.recording()))).isEmpty();
        origin.change(FILE, Map.of("ETag", "\"1\""));

        work(bench.takenOver(task));
        assertStored(task, FILE);
    }

    private static byte[] media(int length, int seed) {
        return SmallMp4.of(RangedOrigin.noise(length, seed));
    }

    private void holdAfterTheFirst(int requests) {
        origin.always(request -> {
            awaitRelease();
            Answer.RANGE.to(request);
        });
        IntStream.rangeClosed(1, requests).forEach(request -> origin.disturb(request, Answer.RANGE));
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        origin.always(Answer.RANGE);
        held.countDown();
    }

    /** Works at a task in the background. */
    private final class Worker {
        private final AtomicReference<Exception> failure = new AtomicReference<>();
        private final Thread thread;

        Worker(ClaimedTask task) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    work(task);
                } catch (Exception e) {
                    failure.set(e);
                }
            });
        }

        void stop() throws InterruptedException {
            thread.interrupt();
            thread.join();
            assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        }

        Exception failure() throws InterruptedException {
            thread.join();
            return failure.get();
        }
    }

    private void work(ClaimedTask task) throws Exception {
        handler.work(FetchBench.attemptAt(task));
    }

    private void awaitStoredParts(ClaimedTask task, int count) {
        await().until(() -> transactions.call(() -> uploads.underWay(task.recording())).values().stream()
                .anyMatch(upload -> upload.parts().size() == count));
    }

    private StoredSegment onlySegmentOf(ClaimedTask task) {
        var all = bench.segmentsOf(task);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void assertStored(ClaimedTask task, byte[] file) throws IOException {
        var segment = onlySegmentOf(task);
        assertThat(segment.state()).isEqualTo(SegmentState.STORED);
        try (var bytes = store.get(segment.objectKey().orElseThrow())) {
            assertThat(bytes.readAllBytes()).isEqualTo(file);
        }
    }
}
