package org.webinararchiver.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Another JVM, that a test may kill. */
public final class ChildProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildProgram(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts a main class on a class path; what it complains about appears among the test's output. */
    public static ChildProgram start(String classPath, Class<?> main, List<String> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(Stream.of(java, "-cp", classPath, main.getName()), arguments.stream());
        return new ChildProgram(new ProcessBuilder(command.toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it writes, null when it has ended. */
    public String line() throws IOException {
        return output.readLine();
    }

    public int exit() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it the hard way, so that nothing in it can tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
