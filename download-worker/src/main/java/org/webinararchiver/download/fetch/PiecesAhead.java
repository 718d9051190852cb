package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.sources.hls.Piece;

/**
 * The pieces of a run, fetched side by side and given out in order. Closing it ends what is under way. For one thread.
 */
final class PiecesAhead implements AutoCloseable {
    /** No host is known to bear more; how many of them have a connection, the budget decides. */
    private static final int AT_ONCE = 8;

    private final Iterator<Piece> waiting;
    private final Path folder;
    private final Begin begin;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<Path>> underWay = new ArrayDeque<>();
    private int begun;

    /** @param folder for a few pieces that have come before it was their turn */
    PiecesAhead(List<Piece> pieces, Path folder, Begin begin) {
        this.waiting = pieces.iterator();
        this.folder = folder;
        this.begin = begin;
    }

    /** Makes ready what fetches a piece; in the thread that wants the pieces. */
    @FunctionalInterface
    interface Begin {
        PieceFetch fetch(Piece piece) throws FailureException, InterruptedException;
    }

    /** The file of the next piece, which is the caller's to remove. */
    Path next() throws FailureException, IOException, InterruptedException {
        while (waiting.hasNext() && underWay.size() < AT_ONCE) {
            begin(waiting.next());
        }
        try {
            return underWay.removeFirst().get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private void begin(Piece piece) throws FailureException, InterruptedException {
        var file = folder.resolve("piece-" + begun++);
        var fetch = begin.fetch(piece);
        underWay.addLast(threads.submit(() -> {
            fetch.into(file);
            return file;
        }));
    }

    /**
     * Throws it on as what it was; one that could not be written is returned, so that a caller writes {@code throw}.
     */
    private static IOException failure(Throwable cause) throws FailureException, InterruptedException {
        return switch (cause) {
            case IOException failed -> failed;
            case FailureException failed -> throw failed;
            case InterruptedException stopped -> throw stopped;
            case RuntimeException unexpected -> throw unexpected;
            default -> throw new IllegalStateException(cause);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
