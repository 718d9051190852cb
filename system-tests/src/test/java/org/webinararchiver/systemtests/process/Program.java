package org.webinararchiver.systemtests.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the tests with its output in files. Closing it ends it the hard way. */
public final class Program implements AutoCloseable {
    private final Process process;
    private final Path output;
    private final Path errors;

    private Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /**
     * Starts it. Of the environment it gets what these tests have, without what would configure the archiver, and these
     * variables.
     *
     * @param output where it writes its standard output
     * @param errors where it writes its standard error; may be the same file
     */
    public static Program start(List<String> command, Map<String, String> variables, Path output, Path errors)
            throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(Program::configuresTheArchiver);
        builder.environment().putAll(variables);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        if (errors.equals(output)) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        }
        return new Program(builder.start(), output, errors);
    }

    private static boolean configuresTheArchiver(String variable) {
        return variable.startsWith("ARCHIVER_") || variable.startsWith("QUARKUS_");
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** All that it has written to standard output. */
    public String output() throws IOException {
        return Files.readString(output, UTF_8);
    }

    /** All that it has written to standard error. */
    public String errors() throws IOException {
        return Files.readString(errors, UTF_8);
    }

    /** Asks it to end, by SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it at once, by SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Does what Ctrl+C does, by SIGINT. */
    public void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** Sends it a signal, by its name without {@code SIG}. */
    public void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO();
        assertThat(kill.start().waitFor()).isZero();
    }

    /** Waits for its end, at most this long, and answers its exit code; of a killed one, 128 and the signal. */
    public int awaitEnd(Duration atMost) throws InterruptedException {
        assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS))
                .as("has ended within %s", atMost)
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
