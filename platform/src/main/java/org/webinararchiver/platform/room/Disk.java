package org.webinararchiver.platform.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder's disk, and how much of it is to stay free. */
record Disk(String name, Path folder, long leastFree) {

    /** What is wrong, in words; empty while there is room. */
    Optional<String> shortage() {
        try {
            var free = Files.getFileStore(existing()).getUsableSpace();
            return free >= leastFree
                    ? Optional.empty()
                    : Optional.of("%s has %d MB left, less than the %d MB that are to stay free"
                            .formatted(name, megabytes(free), megabytes(leastFree)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder may yet have to be made. */
    private Path existing() {
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    /** How large the disk is, in bytes. */
    long size() throws IOException {
        return Files.getFileStore(existing()).getTotalSpace();
    }
}
