package org.webinararchiver.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;

/** The recordings of a list, page by page as they are asked for. */
final class Pages extends AbstractSpliterator<Recording> {
    private final Function<String, Page> fetch;
    private final Deque<Recording> waiting = new ArrayDeque<>();
    private String next = "";

    /** @param fetch the page at this cursor, or the first one where it is empty */
    Pages(Function<String, Page> fetch) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.fetch = fetch;
    }

    /** A page as it is written in JSON. */
    record Page(List<Recording> recordings, String next) {}

    @Override
    public boolean tryAdvance(Consumer<? super Recording> action) {
        while (waiting.isEmpty() && next != null) {
            var page = fetch.apply(next);
            waiting.addAll(page.recordings());
            next = page.next();
        }
        if (waiting.isEmpty()) {
            return false;
        }
        action.accept(waiting.removeFirst());
        return true;
    }
}
