package org.webinararchiver.systemtests.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.webinararchiver.systemtests.process.Applications;

/**
 * The script {@code archive} with what it reads, copied, so that a test may take parts of it away. Closing it removes
 * the link to the program, so that whoever deletes the copy cannot follow it.
 */
final class ScriptCopy implements AutoCloseable {
    private static final List<String> NEEDED = List.of(
            "archive",
            "pom.xml",
            ".mvn/find-jdk.sh",
            "standalone/src/main/help/archive.txt",
            "standalone/src/main/help/demo.txt",
            "standalone/src/main/help/serve.txt");

    private final Path folder;

    private ScriptCopy(Path folder) {
        this.folder = folder;
    }

    /** One with which nothing was built yet. */
    static ScriptCopy unbuilt(Path folder) throws IOException {
        for (var name : NEEDED) {
            var copy = folder.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(Applications.root().resolve(name), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return new ScriptCopy(folder);
    }

    /** One with which the program of this build was built. */
    static ScriptCopy built(Path folder) throws IOException {
        var copy = unbuilt(folder);
        var target = Files.createDirectories(folder.resolve("standalone/target"));
        Files.createSymbolicLink(copy.program(), Applications.jar("standalone").getParent());
        Files.createFile(target.resolve("built"));
        return copy;
    }

    private Path program() {
        return folder.resolve("standalone/target/quarkus-app");
    }

    Path folder() {
        return folder;
    }

    List<String> command() {
        return List.of(folder.resolve("archive").toString());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(program());
    }
}
