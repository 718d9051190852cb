package org.webinararchiver.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks every moment how large a folder is. */
final class FolderSize implements AutoCloseable {
    private static final int MILLIS = 100;

    private final Path folder;
    private final AtomicLong largest = new AtomicLong();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

    private FolderSize(Path folder) {
        this.folder = folder;
    }

    static FolderSize watched(Path folder) {
        var size = new FolderSize(folder);
        size.looks.scheduleAtFixedRate(size::look, 0, MILLIS, TimeUnit.MILLISECONDS);
        return size;
    }

    private void look() {
        try (var files = Files.walk(folder)) {
            long bytes = files.mapToLong(FolderSize::bytes).sum();
            largest.accumulateAndGet(bytes, Math::max);
        } catch (IOException | UncheckedIOException e) {
            // Files come and go meanwhile; the next look will see.
            return;
        }
    }

    private static long bytes(Path file) {
        return file.toFile().isFile() ? file.toFile().length() : 0;
    }

    /** How many bytes there were at the most so far. */
    long largest() {
        return largest.get();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
