package org.webinararchiver.download.fetch;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.webinararchiver.core.manifest.Segment;

/**
 * What of a batch is begun here: all of it, until so many bytes are on their way. The rest is then given to others, so
 * that a batch of large files does not keep one worker for hours while others have nothing to do. How long files are is
 * only known when they are asked for.
 */
final class BatchShare {
    /** Bytes that are on their way before the rest is given to others. */
    static final long USUAL_BYTES = 32 * 1024 * 1024;

    private final long mostBytes;
    private final Consumer<List<Segment>> others;
    private final Set<Segment> waiting;
    private long bytes;

    /** @param others given what is not begun here; at most once, and never nothing */
    BatchShare(Collection<Segment> batch, long mostBytes, Consumer<List<Segment>> others) {
        this.mostBytes = mostBytes;
        this.others = others;
        this.waiting = new LinkedHashSet<>(batch);
    }

    /** Whether this one is begun here, and by nobody else. */
    synchronized boolean begins(Segment segment) {
        return waiting.remove(segment);
    }

    /** So many bytes more are on their way. */
    void coming(long length) {
        var left = leftAfter(length);
        if (!left.isEmpty()) {
            others.accept(left);
        }
    }

    private synchronized List<Segment> leftAfter(long length) {
        bytes += length;
        if (bytes < mostBytes) {
            return List.of();
        }
        var left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }
}
