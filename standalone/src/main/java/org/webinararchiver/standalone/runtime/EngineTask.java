package org.webinararchiver.standalone.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.webinararchiver.standalone.archive.ArchiveJob;
import org.webinararchiver.standalone.progress.Display;

/**
 * What the roles in this process run for.
 *
 * @param token what other runs of this program show
 */
public record EngineTask(ArchiveJob job, DataFolder folder, Display display, Listening listening, String token) {
    private static final int TOKEN_BYTES = 24;

    static EngineTask of(ArchiveJob job, DataFolder folder, Display display, Listening listening) {
        var token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return new EngineTask(job, folder, display, listening, HexFormat.of().formatHex(token));
    }

    /** Lets other runs find this one. */
    public RunningArchive announce(int port) throws IOException {
        var running = new RunningArchive(
                listening.reachedAt(), port, ProcessHandle.current().pid(), token);
        running.write(folder.running());
        return running;
    }

    /** Nobody may join any more. */
    public void takeBack() throws IOException {
        Files.deleteIfExists(folder.running());
    }
}
