package org.webinararchiver.embedded.database;

import java.nio.file.Path;

/**
 * PostgreSQL's programs, unpacked.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder, BinariesPlatform platform, BinariesVersion version) {

    Path initdb() {
        return program("initdb");
    }

    Path pgCtl() {
        return program("pg_ctl");
    }

    private Path program(String name) {
        return folder.resolve("bin").resolve(platform.isWindows() ? name + ".exe" : name);
    }
}
