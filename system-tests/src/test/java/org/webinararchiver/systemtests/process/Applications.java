package org.webinararchiver.systemtests.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged applications, in the folders that the build puts them into. */
public final class Applications {
    private static final String ROOT = "archiver.root";

    private Applications() {}

    /** The project's folder. */
    public static Path root() {
        return Path.of(System.getProperty(ROOT, "..")).toAbsolutePath().normalize();
    }

    /**
     * What is started with {@code java -jar}.
     *
     * @param module its module, for example {@code api-service}
     * @throws IllegalStateException when it is not packaged
     */
    public static Path jar(String module) {
        var jar = root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new IllegalStateException(
                    "%s is not packaged: there is no %s. The phase test alone does not package it; run ./mvnw package, which does so before these tests."
                            .formatted(module, jar));
        }
        return jar;
    }

    /** The {@code java} that runs these tests. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
