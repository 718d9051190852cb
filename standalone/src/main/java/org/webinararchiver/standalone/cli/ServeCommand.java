package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.webinararchiver.standalone.archive.Archive;
import org.webinararchiver.standalone.progress.PlainDisplay;
import org.webinararchiver.standalone.runtime.DataFolder;
import org.webinararchiver.standalone.runtime.Listening;
import org.webinararchiver.standalone.runtime.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./archive serve}: everything in one process, for whoever uses the REST API. */
@Command(
        name = "serve",
        sortOptions = false,
        header = "Archives what is submitted over the REST API, until Ctrl+C.",
        description = {
            "Database, broker and all three services run in this one process. Other runs of ./archive on the",
            "same data folder work with it."
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./archive serve",
            "  curl -H 'Content-Type: application/json' -d '{\"link\":\"URL\"}' \\",
            "    http://127.0.0.1:8080/api/v1/recordings",
            "",
            "On another address than loopback the API is reached by everybody who reaches this machine.",
            "docs/api.md tells how it is used and who is let in."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where to listen; 0 takes any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address of this machine to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        mustBeFree();
        var display = new PlainDisplay(System.out, System.err, InstantSource.system());
        try (var folder = DataFolder.open(data.folder())) {
            return new Session(data.folder(), display, new Listening(host, port, true), data.settings())
                    .run(folder, archive -> serve(archive));
        }
    }

    private ExitCode serve(Archive archive) throws InterruptedException {
        System.out.println("The REST API answers at " + archive.address(host) + "/api/v1");
        if (archive.hasPage("/q/swagger-ui/")) {
            System.out.println("Try it in the browser at " + archive.address(host) + "/q/swagger-ui/");
        }
        System.out.println("Ctrl+C ends it.");
        System.out.flush();
        new CountDownLatch(1).await();
        return ExitCode.INTERRUPTED;
    }

    private void mustBeFree() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw usage("A port is a number from 0 to %d, not %d.".formatted(HIGHEST_PORT, port));
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw usage("%s is no address of this machine.".formatted(host));
        } catch (IOException e) {
            throw usage("Nothing can listen on %s, port %d: %s. Is it in use? Choose another one with --port."
                    .formatted(host, port, e.getMessage()));
        }
    }

    private ParameterException usage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
