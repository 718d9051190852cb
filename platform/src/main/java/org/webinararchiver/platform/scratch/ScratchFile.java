package org.webinararchiver.platform.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for one piece of work; without a folder around it, which would cost as much as a small file itself. */
public final class ScratchFile implements AutoCloseable {
    private final Path path;

    ScratchFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
