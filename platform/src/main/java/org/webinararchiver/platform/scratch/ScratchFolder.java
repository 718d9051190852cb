package org.webinararchiver.platform.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/** A folder for one piece of work. */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;

    ScratchFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** Removes the folder with all that is in it; links are removed, not followed. */
    @Override
    public void close() throws IOException {
        delete(path);
    }

    /** Removes a folder that may not exist, with all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            PathUtils.deleteDirectory(folder);
        }
    }
}
