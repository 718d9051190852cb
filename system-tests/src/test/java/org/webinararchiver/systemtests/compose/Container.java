package org.webinararchiver.systemtests.compose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.webinararchiver.systemtests.process.Applications;

/**
 * A container, and what Docker knows of it.
 *
 * @param id as Docker has it
 * @param service which of the Compose file's services it is one of
 */
record Container(String id, String service) {

    /**
     * Starts a program of these tests that needs nothing but Java, for as long as nobody ends it.
     *
     * @param alias what others of the network call it
     */
    static Container started(String network, String alias, Class<?> program) throws IOException, InterruptedException {
        var classes = "%s:/classes:ro".formatted(Applications.root().resolve("system-tests/target/test-classes"));
        var id = CommandRun.of(
                        "docker",
                        "run",
                        "--detach",
                        "--rm",
                        "--network",
                        network,
                        "--network-alias",
                        alias,
                        "--volume",
                        classes,
                        "eclipse-temurin:25-jre-noble",
                        "java",
                        "-cp",
                        "/classes",
                        program.getName())
                .succeeded();
        return new Container(id, alias);
    }

    /** Ends it at once, and nothing is left of it. */
    void remove() throws IOException, InterruptedException {
        CommandRun.of("docker", "rm", "--force", "--volumes", id).succeeded();
    }

    /** What {@code docker inspect} tells in this form. */
    String told(String form) throws IOException, InterruptedException {
        return CommandRun.of("docker", "inspect", "--format", form, id).succeeded();
    }

    private List<String> words(String form) throws IOException, InterruptedException {
        var told = told(form);
        return told.isEmpty() ? List.of() : List.of(told.split(" "));
    }

    String health() throws IOException, InterruptedException {
        return told("{{.State.Health.Status}}");
    }

    int restarts() throws IOException, InterruptedException {
        return Integer.parseInt(told("{{.RestartCount}}"));
    }

    /** The exit code it ended with. */
    int ended() throws IOException, InterruptedException {
        return Integer.parseInt(told("{{.State.ExitCode}}"));
    }

    /** The addresses of this machine at which ports of it are reached. */
    List<String> publishedAt() throws IOException, InterruptedException {
        return words("{{range .NetworkSettings.Ports}}{{range .}}{{.HostIp}} {{end}}{{end}}");
    }

    /** The addresses that it has in its networks. */
    List<String> addresses() throws IOException, InterruptedException {
        return words("{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}");
    }

    /** Names of the networks that it is in. */
    List<String> networks() throws IOException, InterruptedException {
        return words("{{range $name, $network := .NetworkSettings.Networks}}{{$name}} {{end}}");
    }

    /** Names of the volumes that it has. */
    List<String> volumes() throws IOException, InterruptedException {
        return words("{{range .Mounts}}{{if eq .Type \"volume\"}}{{.Name}} {{end}}{{end}}");
    }

    /** Whose each of its processes is, by number. */
    List<Integer> users() throws IOException, InterruptedException {
        return CommandRun.of("docker", "top", id, "-eo", "uid,pid")
                .succeeded()
                .lines()
                .skip(1)
                .map(line -> Integer.valueOf(line.strip().split(" +")[0]))
                .toList();
    }

    /** Runs a command in it. */
    CommandRun run(String... command) throws IOException, InterruptedException {
        var whole = new ArrayList<>(List.of("docker", "exec", id));
        whole.addAll(List.of(command));
        return CommandRun.of(Map.of(), whole);
    }

    /** Whether a connection to this host and port can be opened in it; answers within seconds. */
    boolean reaches(String host, int port) throws IOException, InterruptedException {
        return run("timeout", "3", "bash", "-c", "exec 3<>/dev/tcp/%s/%d".formatted(host, port))
                        .exitCode()
                == 0;
    }

    /** Whether it can make a file in this folder; it is gone afterwards. */
    boolean writesInto(String folder) throws IOException, InterruptedException {
        return run("sh", "-c", "touch %1$s/tried && rm %1$s/tried".formatted(folder))
                        .exitCode()
                == 0;
    }

    /** All that it has written. */
    String log() throws IOException, InterruptedException {
        var logged = CommandRun.of("docker", "logs", id);
        return logged.output() + logged.errors();
    }
}
