package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that a server writes its log to: one a start, and the one of the start before. */
final class ServerLog {

    private final Path file;
    private final Path previous;
    private long mark;

    ServerLog(ClusterFolder folder) {
        file = folder.log();
        previous = folder.previousLog();
    }

    Path file() {
        return file;
    }

    /** Begins a new file, which the server's account can write. */
    void begin(ServerAccount account) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, previous, StandardCopyOption.REPLACE_EXISTING);
        }
        UnixModes.createOwnerFile(file);
        account.own(file);
        mark = 0;
    }

    /** Lets {@link #tail} begin here. */
    void mark() throws IOException {
        mark = Files.size(file);
    }

    /** The end of what was written since the mark. */
    String tail() throws IOException {
        return TextTail.since(file, mark);
    }
}
