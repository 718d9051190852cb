package org.webinararchiver.systemtests.standalone;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.systemtests.process.Applications;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.process.Program;
import org.webinararchiver.systemtests.process.Signals;

/** The command line, run as the script {@code archive} runs it, on folders of a test's own. */
final class Archive {
    private static final Duration TO_END = Duration.ofSeconds(150);
    private static final int FIRST_THAT_WARNS_OF_UNSAFE = 23;

    private final Outputs outputs;
    private final Path folder;
    private final List<String> launcher;
    private final Map<String, String> variables;

    private Archive(Outputs outputs, Path folder, List<String> launcher, Map<String, String> variables) {
        this.outputs = outputs;
        this.folder = folder;
        this.launcher = List.copyOf(launcher);
        this.variables = Map.copyOf(variables);
    }

    /**
     * With its data and its finished files below this folder.
     *
     * @param outputs where what it prints is kept
     */
    static Archive in(Path folder, Outputs outputs) {
        return new Archive(outputs, folder, javaCommand(), Map.of("LC_ALL", "C.UTF-8"));
    }

    /** The flags of the script. */
    private static List<String> javaCommand() {
        var command = new ArrayList<>(List.of(
                Applications.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= FIRST_THAT_WARNS_OF_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-jar", Applications.jar("standalone").toString()));
        return command;
    }

    /** The same, started by another command. */
    Archive startedBy(List<String> command) {
        return new Archive(outputs, folder, command, variables);
    }

    /** The same, by a command that runs the command which it is followed by. */
    Archive under(List<String> command) {
        var longer = new ArrayList<>(command);
        longer.addAll(launcher);
        return startedBy(longer);
    }

    /** The same with one more variable, or another value of it. */
    Archive with(String variable, String value) {
        var more = new HashMap<>(variables);
        more.put(variable, value);
        return new Archive(outputs, folder, launcher, more);
    }

    /** The same, but it may fetch from this machine, where the simulated platform is. */
    Archive allowingThisMachine() {
        return with("ARCHIVER_ALLOW_PRIVATE_HOSTS", "127.0.0.1");
    }

    Path data() {
        return folder.resolve("data");
    }

    /** How other runs reach the one that is running now. */
    Running running() throws IOException {
        var file = JsonPath.from(data().resolve("running.json").toFile());
        return new Running(file.getInt("port"), file.getString("token"));
    }

    /** A run that others may join. */
    record Running(int port, String token) {

        /** What it answers to somebody who shows this token, or none. */
        int statusOf(String path, String shown) {
            var request = RestAssured.given().baseUri("http://127.0.0.1").port(port);
            return (shown == null ? request : request.header("X-Webinar-Archiver", shown))
                    .get(path)
                    .statusCode();
        }
    }

    Path finished() {
        return folder.resolve("finished");
    }

    /** Starts it on its folders. */
    Program start(String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--data-dir", data().toString(), "--output-dir", finished().toString()));
        return startPlainly(all.toArray(String[]::new));
    }

    /** Starts it with these arguments alone. */
    Program startPlainly(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(launcher);
        command.addAll(List.of(arguments));
        return Program.start(
                Signals.heedingInterrupts(command),
                variables,
                outputs.file("archive-output"),
                outputs.file("archive-errors"));
    }

    /** Runs it on its folders to its end. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        try (var program = start(arguments)) {
            return ended(program);
        }
    }

    /** Runs it with these arguments alone, to its end. */
    Ended runPlainly(String... arguments) throws IOException, InterruptedException {
        try (var program = startPlainly(arguments)) {
            return ended(program);
        }
    }

    static Ended ended(Program program) throws IOException, InterruptedException {
        var exitCode = program.awaitEnd(TO_END);
        return new Ended(exitCode, program.output(), program.errors());
    }

    /** How a run ended, and all that it printed. */
    record Ended(int exitCode, String output, String errors) {

        /** The one path that was printed. */
        Path file() {
            return Path.of(output.strip());
        }
    }
}
