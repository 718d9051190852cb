package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.systemtests.process.Signals;

/** What curl needs to fetch the same files side by side: the measure of what this machine can do. */
final class Curl {
    private Curl() {}

    static boolean isHere() throws InterruptedException {
        return Signals.succeeds(List.of("curl", "--version"));
    }

    /**
     * Fetches all of them into a folder.
     *
     * @param atOnce connections at most
     */
    static Cost fetch(List<URI> files, int atOnce, Path folder) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        for (var file : files) {
            lines.add("url = \"%s\"".formatted(file));
            lines.add("output = \"%s\""
                    .formatted(folder.resolve(Path.of(file.getPath()).getFileName())));
        }
        var config = Files.write(folder.resolve("curl.config"), lines);
        var command = List.of(
                "curl",
                "--fail",
                "--silent",
                "--show-error",
                "--parallel",
                "--parallel-max",
                Integer.toString(atOnce),
                "--config",
                config.toString());
        var before = CpuTime.ofEndedChildren();
        var start = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("curl.log").toFile())
                .start();
        assertThat(process.waitFor()).as("curl ends well").isZero();
        return Cost.since(start, CpuTime.ofEndedChildren().minus(before));
    }

    /** How long it takes until what lies in this folder's file system is on the disk. */
    static Duration onTheDisk(Path folder) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var process = new ProcessBuilder("sync", "--file-system", folder.toString()).start();
        assertThat(process.waitFor()).as("sync ends well").isZero();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
