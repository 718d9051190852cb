package org.webinararchiver.download.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.task.LeaseLost;

/**
 * The journal of one batch. What ends while something is being written is written together after that, in one
 * transaction: with small files from a fast origin, writing each by itself costs more than fetching it. For many
 * threads.
 */
final class BatchJournal {
    private final Consumer<List<Ended>> book;
    private final ConcurrentLinkedQueue<Note> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /** @param book writes all that it is given or nothing; told by one thread at a time */
    BatchJournal(Consumer<List<Ended>> book) {
        this.book = book;
    }

    /** What is to be written, by the lock's holder. */
    private static final class Note {
        private final Ended ended;
        private boolean isOver;
        private RuntimeException failure;

        Note(Ended ended) {
            this.ended = ended;
        }

        void written() {
            isOver = true;
        }

        void failed(RuntimeException why) {
            isOver = true;
            failure = why;
        }
    }

    /**
     * Returns when it is written.
     *
     * @throws LeaseLost when the task is no longer ours
     * @throws DatabaseAway when it is not written, or perhaps is, for an outage
     */
    void note(Segment segment, FetchOutcome outcome) {
        var note = new Note(new Ended(segment, outcome));
        waiting.add(note);
        writing.lock();
        try {
            if (!note.isOver) {
                writeAllThatWaits();
            }
        } finally {
            writing.unlock();
        }
        if (note.failure != null) {
            throw note.failure;
        }
    }

    /** How many wait until somebody else's note is written. */
    int waiting() {
        return waiting.size();
    }

    private void writeAllThatWaits() {
        var notes = new ArrayList<Note>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            notes.add(next);
        }
        try {
            write(notes);
        } catch (LeaseLost | DatabaseAway e) {
            notes.forEach(note -> note.failed(e));
        } catch (RuntimeException oneOfThem) {
            notes.forEach(this::writeAlone);
        }
    }

    /** So that what cannot be written fails by itself. */
    private void writeAlone(Note note) {
        try {
            write(List.of(note));
        } catch (RuntimeException e) {
            note.failed(e);
        }
    }

    private void write(List<Note> notes) {
        book.accept(notes.stream().map(note -> note.ended).toList());
        notes.forEach(Note::written);
    }
}
