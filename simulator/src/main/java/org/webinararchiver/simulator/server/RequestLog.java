package org.webinararchiver.simulator.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.webinararchiver.simulator.meeting.Take;

/** What was asked of the simulator: counts of everything, and the latest requests in full. */
public final class RequestLog {
    private static final int KEPT = 10_000;

    private final Map<PathKind, AtomicLong> counts = new EnumMap<>(PathKind.class);
    private final Deque<SeenRequest> latest = new ArrayDeque<>();

    RequestLog() {
        for (var kind : PathKind.values()) {
            counts.put(kind, new AtomicLong());
        }
    }

    void add(SeenRequest request) {
        counts.get(request.kind()).incrementAndGet();
        synchronized (latest) {
            latest.addLast(request);
            if (latest.size() > KEPT) {
                latest.removeFirst();
            }
        }
    }

    /** How many requests of a kind there were since the start, of any method. */
    public long count(PathKind kind) {
        return counts.get(kind).get();
    }

    /** How many of the latest requests were for this take's file, of any method. */
    public long count(Take take) {
        return latest().stream()
                .filter(request -> request.path().endsWith("/" + take.file() + ".mp4"))
                .count();
    }

    /** How many of the latest requests were for playlists and pieces of this take's twin. */
    public long countTwin(Take take) {
        return latest().stream()
                .filter(request -> request.path().contains("/" + take.file() + ".mp4/"))
                .count();
    }

    /** The latest 10,000 requests, oldest first. */
    public List<SeenRequest> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }
}
