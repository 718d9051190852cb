package org.webinararchiver.systemtests.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.webinararchiver.systemtests.process.Applications;

/** Folders that look like JDKs to a script. */
final class FakeJdk {
    private FakeJdk() {}

    /** A JDK that is too old: its compiler says so, and its {@code java} would fail whoever ran it. */
    static Path tooOld(Path folder) throws IOException {
        var programs = Files.createDirectories(folder.resolve("bin"));
        script(programs.resolve("javac"), "echo javac 17.0.15");
        script(programs.resolve("java"), "echo the java that is too old was run >&2; exit 99");
        return folder;
    }

    /** The JDK that runs these tests, under another address. */
    static Path current(Path folder) throws IOException {
        var programs = Files.createDirectories(folder.resolve("bin"));
        for (var name : List.of("javac", "java")) {
            var program = Applications.java().resolveSibling(name);
            script(programs.resolve(name), "exec '%s' \"$@\"".formatted(program));
        }
        return folder;
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
