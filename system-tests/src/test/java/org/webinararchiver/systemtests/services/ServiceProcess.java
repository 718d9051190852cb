package org.webinararchiver.systemtests.services;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.systemtests.process.Applications;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.process.Program;
import org.webinararchiver.testservices.FreePort;

/** A packaged service as a process of its own, configured by its environment alone. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration TO_BE_READY = Duration.ofSeconds(90);
    private static final Duration TO_END = Duration.ofSeconds(40);
    private static final int OK = 200;
    private static final String USUAL_OPTIONS = "-Xmx256m " + System.getProperty("services.jvm", "-XX:+UseSerialGC");

    private final String module;
    private final int port;
    private final Path scratch;
    private final Program program;

    private ServiceProcess(String module, int port, Path scratch, Program program) {
        this.module = module;
        this.port = port;
        this.scratch = scratch;
        this.program = program;
    }

    /**
     * Starts it; it is not ready yet when this returns.
     *
     * @param scratch a folder of its own for work in progress
     */
    static ServiceProcess start(String module, Map<String, String> variables, Path scratch, Outputs outputs)
            throws IOException {
        var port = FreePort.next();
        var environment = new HashMap<>(variables);
        environment.put("ARCHIVER_SCRATCH", scratch.toString());
        environment.putIfAbsent("JDK_JAVA_OPTIONS", USUAL_OPTIONS);
        environment.putIfAbsent("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        var command = List.of(
                Applications.java().toString(), "-jar", Applications.jar(module).toString());
        var output = outputs.file(module);
        return new ServiceProcess(module, port, scratch, Program.start(command, environment, output, output));
    }

    public String module() {
        return module;
    }

    int port() {
        return port;
    }

    Path scratch() {
        return scratch;
    }

    public long pid() {
        return program.pid();
    }

    /** Waits for its end and answers its exit code. */
    int awaitEnd() throws InterruptedException {
        return program.awaitEnd(TO_END);
    }

    /** All that it has written so far. */
    String output() throws IOException {
        return program.output();
    }

    /** Whether it answers this probe, {@code live} or {@code ready}, with yes. */
    boolean says(String probe) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return status(probe, client) == OK;
        }
    }

    boolean isAlive() {
        return program.isAlive();
    }

    void awaitReady() {
        try (var client = HttpClient.newHttpClient()) {
            await(module + " is ready")
                    .atMost(TO_BE_READY)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast(module + " has ended", () -> !program.isAlive())
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> status("ready", client) == OK);
        }
    }

    private int status(String probe, HttpClient client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/%s".formatted(port, probe)));
        return client.send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Ends it at once, as the kernel does when memory runs out. */
    void kill() throws InterruptedException {
        program.kill();
        program.awaitEnd(TO_END);
    }

    /** Sends it a signal, by its name without {@code SIG}, and waits for nothing. */
    void signal(String name) throws IOException, InterruptedException {
        program.signal(name);
    }

    /** Ends it in order, as an orchestrator does, and waits until it has ended. */
    void terminate() throws InterruptedException {
        program.terminate();
        program.awaitEnd(TO_END);
    }

    @Override
    public void close() {
        program.close();
    }
}
