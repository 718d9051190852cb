package org.webinararchiver.systemtests.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.webinararchiver.systemtests.process.Applications;
import org.webinararchiver.systemtests.process.Signals;
import org.webinararchiver.testservices.FreePort;

/** The containers of docker-compose.yml under a name of their own, with secrets of their own. Closing removes all. */
final class ComposeStack implements AutoCloseable {
    private static final List<String> PLUGIN = List.of("docker", "compose");
    private static final List<String> PROGRAM = List.of("docker-compose");
    private static final String OF_PROJECT = "label=com.docker.compose.project=";

    private final String project = "archiver-test-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final int port = FreePort.next();
    private final List<String> compose;
    private final Map<String, String> variables;

    private ComposeStack(List<String> compose, Map<String, String> variables) {
        this.compose = compose;
        this.variables = variables;
    }

    /**
     * One of which nothing runs yet.
     *
     * @param folder for its file of settings
     * @param settings in place of those of .env.example
     */
    static ComposeStack in(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        var file = folder.resolve("env");
        CommandRun.of("deploy/env", file.toString()).succeeded();
        var compose = new ArrayList<>(command());
        compose.addAll(List.of("--env-file", file.toString()));
        return new ComposeStack(compose, settings);
    }

    /** {@code docker compose} where there is such a thing, else the older docker-compose. */
    static List<String> command() throws InterruptedException {
        return Signals.succeeds(List.of("docker", "compose", "version")) ? PLUGIN : PROGRAM;
    }

    /** Where its API is published. */
    int port() {
        return port;
    }

    /** What the tool answers to these arguments, about all profiles' services. */
    CommandRun run(String... arguments) throws IOException, InterruptedException {
        var whole = new ArrayList<>(compose);
        whole.addAll(List.of("--project-name", project, "--file", file().toString(), "--profile", "demo"));
        whole.addAll(List.of(arguments));
        var environment = new HashMap<>(variables);
        environment.put("ARCHIVER_PORT", Integer.toString(port));
        return CommandRun.of(environment, whole);
    }

    static Path file() {
        return Applications.root().resolve("docker-compose.yml");
    }

    /** All its containers, those that have ended among them. */
    List<Container> containers() throws IOException, InterruptedException {
        var form = "{{.ID}} {{.Label \"com.docker.compose.service\"}}";
        return listed("ps", "--all", "--no-trunc", "--format", form).stream()
                .map(line -> line.split(" "))
                .map(parts -> new Container(parts[0], parts[1]))
                .toList();
    }

    List<Container> containersOf(String service) throws IOException, InterruptedException {
        return containers().stream()
                .filter(container -> container.service().equals(service))
                .toList();
    }

    List<String> networks() throws IOException, InterruptedException {
        return listed("network", "ls", "--format", "{{.Name}}");
    }

    /** What Docker calls one of the file's networks. */
    String network(String name) {
        return project + "_" + name;
    }

    List<String> volumes() throws IOException, InterruptedException {
        return listed("volume", "ls", "--format", "{{.Name}}");
    }

    private List<String> listed(String... arguments) throws IOException, InterruptedException {
        var whole = new ArrayList<>(List.of("docker"));
        whole.addAll(List.of(arguments));
        whole.addAll(List.of("--filter", OF_PROJECT + project));
        return CommandRun.of(Map.of(), whole).succeeded().lines().toList();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("down", "--volumes", "--timeout", "5").succeeded();
    }
}
