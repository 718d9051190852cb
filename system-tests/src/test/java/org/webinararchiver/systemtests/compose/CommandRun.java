package org.webinararchiver.systemtests.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.webinararchiver.systemtests.process.Applications;

/**
 * A command that was run in the project's folder and has ended.
 *
 * @param command what was run
 * @param exitCode 0 when all went well
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 */
record CommandRun(List<String> command, int exitCode, String output, String errors) {

    /** Runs it to its end, with these variables in place of those of the same names. */
    static CommandRun of(Map<String, String> variables, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(Applications.root().toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        process.getOutputStream().close();
        var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        var output = text(process.getInputStream());
        return new CommandRun(command, process.waitFor(), output, errors.join());
    }

    static CommandRun of(String... command) throws IOException, InterruptedException {
        return of(Map.of(), List.of(command));
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it wrote to standard output; fails unless it ended well. */
    String succeeded() {
        assertThat(exitCode)
                .as("%s: %s%s", String.join(" ", command), output, errors)
                .isZero();
        return output.strip();
    }
}
