package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.platform.database.DatabaseAway;

class BatchJournalTest {
    private static final int LATER = 5;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<String>> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsBeingWritten = new CountDownLatch(1);
    private final CountDownLatch allOthersWait = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void oneThatEndsByItselfIsWrittenAtOnce() {
        var journal = new BatchJournal(this::write);
        note(journal, "1");
        note(journal, "2");
        assertThat(written).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void whatEndsWhileSomethingIsBeingWrittenIsWrittenTogether() throws Exception {
        var notes = manyAtOnce(this::write);
        for (var note : notes) {
            note.get();
        }
        assertThat(written).hasSize(2);
        assertThat(written.getFirst()).containsExactly("first");
        assertThat(written.getLast()).containsExactlyInAnyOrder("0", "1", "2", "3", "4");
    }

    @Test
    void whatCannotBeWrittenFailsByItselfAndTheOthersAreWritten() throws Exception {
        var notes = manyAtOnce(ended -> {
            if (ids(ended).contains("3")) {
                throw new IllegalStateException("3 cannot be written");
            }
            write(ended);
        });
        for (int later = 0; later < LATER; later++) {
            if (later == 3) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(notes.get(later)::get)
                        .havingCause()
                        .withMessage("3 cannot be written");
            } else {
                notes.get(later).get();
            }
        }
        assertThat(written.stream().flatMap(List::stream)).containsExactlyInAnyOrder("first", "0", "1", "2", "4");
    }

    @Test
    void anOutageIsToldToAllAndTheyAreTriedOnce() throws Exception {
        var tried = new CopyOnWriteArrayList<List<String>>();
        var notes = manyAtOnce(ended -> {
            tried.add(ids(ended));
            throw DatabaseAway.in(new IllegalStateException(new SQLException("it is gone", "08006")))
                    .orElseThrow();
        });
        assertThat(notes)
                .allSatisfy(note -> assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(note::get)
                        .withCauseInstanceOf(DatabaseAway.class));
        assertThat(tried).hasSize(2);
    }

    /** One whose writing lasts until the others wait; answers the others. */
    private List<Future<?>> manyAtOnce(Consumer<List<Ended>> book) throws InterruptedException {
        var journal = new BatchJournal(ended -> {
            if (firstIsBeingWritten.getCount() > 0) {
                firstIsBeingWritten.countDown();
                uninterrupted(allOthersWait);
            }
            book.accept(ended);
        });
        threads.submit(() -> note(journal, "first"));
        firstIsBeingWritten.await();
        var notes = IntStream.range(0, LATER)
                .<Future<?>>mapToObj(later -> threads.submit(() -> note(journal, Integer.toString(later))))
                .toList();
        await().until(() -> journal.waiting() == LATER);
        allOthersWait.countDown();
        return notes;
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void note(BatchJournal journal, String id) {
        journal.note(segment(id), new FetchOutcome.Stored(id, 1, Optional.empty()));
    }

    private static Segment segment(String id) {
        return Segment.known(id, URI.create("https://media.example/" + id));
    }

    private void write(List<Ended> ended) {
        written.add(ids(ended));
    }

    private static List<String> ids(List<Ended> ended) {
        return ended.stream()
                .map(one -> one.outcome())
                .map(outcome -> ((FetchOutcome.Stored) outcome).objectKey())
                .toList();
    }
}
