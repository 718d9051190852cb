package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.webinararchiver.embedded.EmbeddedServerException;

/** Runs one of PostgreSQL's programs to its end. */
final class Command {

    private final Path folder;

    /** @param folder the working directory, in which the output is kept while a command runs */
    Command(Path folder) {
        this.folder = folder;
    }

    /**
     * How a command ended.
     *
     * @param output the end of what it wrote to standard output and standard error
     */
    record Result(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    /**
     * Waits until the command ends.
     *
     * @throws EmbeddedServerException when it takes longer than the limit, or the thread is interrupted; it is killed
     *     then
     * @throws IOException when it cannot be run at all
     */
    Result run(List<String> command, Duration limit) throws IOException {
        // A file, not a pipe: the server that pg_ctl starts may inherit the output and would keep a pipe open.
        var output = Files.createTempFile(folder, Leftovers.UNFINISHED, null);
        try {
            int exit = exitOf(builder(command).redirectOutput(output.toFile()).start(), command, limit);
            return new Result(exit, TextTail.of(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** A process that does not see this program's environment, whose variables may hold secrets or PostgreSQL's own. */
    ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        CommandEnvironment.narrow(builder.environment());
        return builder;
    }

    private static int exitOf(Process process, List<String> command, Duration limit) throws IOException {
        process.getOutputStream().close();
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(
                    "Interrupted while " + command + " was running.", "Start it again.", interrupted);
        }
        process.destroyForcibly();
        throw new EmbeddedServerException(
                command + " did not end within " + limit.toSeconds() + " s.",
                "Look whether the machine is overloaded or its disk is full or broken, then try again.");
    }
}
