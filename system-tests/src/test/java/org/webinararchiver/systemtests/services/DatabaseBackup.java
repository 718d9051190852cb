package org.webinararchiver.systemtests.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database is dumped, dropped and restored with PostgreSQL's own programs, as docs/operations.md says. */
final class DatabaseBackup {
    /** Events after a restore must not have numbers that events after the dump have had already. */
    private static final String SKIP_NUMBERS_OF_EVENTS = """
            select setval(pg_get_serial_sequence('recording_event', 'id'),
                          (select coalesce(max(id), 0) + 1000000 from recording_event))
            """;

    private final Map<String, String> database;
    private final List<String> prefix;
    private final List<String> server;

    private DatabaseBackup(Map<String, String> database, List<String> prefix, List<String> server) {
        this.database = database;
        this.prefix = prefix;
        this.server = server;
    }

    /**
     * With the programs in the server's container, or with those on the path.
     *
     * @param database by the names of the settings that lead to it
     * @return empty where there are no programs that are new enough for the server
     */
    static Optional<DatabaseBackup> of(Map<String, String> database) throws Exception {
        var address = address(database);
        var container = container(address.getPort());
        if (container.isPresent()) {
            var prefix = List.of("docker", "exec", "-i", "-e", "PGPASSWORD", container.get());
            return Optional.of(new DatabaseBackup(database, prefix, List.of()));
        }
        var place = List.of("--host=" + address.getHost(), "--port=" + address.getPort());
        return isNewEnough(database) ? Optional.of(new DatabaseBackup(database, List.of(), place)) : Optional.empty();
    }

    private static URI address(Map<String, String> database) {
        return URI.create(database.get("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
    }

    private static Optional<String> container(int port) throws InterruptedException {
        try {
            return words("docker", "ps", "--quiet", "--filter", "publish=" + port)
                    .lines()
                    .findFirst();
        } catch (IOException withoutDocker) {
            return Optional.empty();
        }
    }

    private static boolean isNewEnough(Map<String, String> database) throws Exception {
        try (var connection = connect(database, name(database))) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            var said = words("pg_dump", "--version")
                    .replaceAll("\\D*(\\d+).*", "$1")
                    .strip();
            return !said.isEmpty() && Integer.parseInt(said) >= version;
        } catch (IOException withoutPrograms) {
            return false;
        }
    }

    private static String words(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    /** Writes all of it to a file; services may be at work meanwhile. */
    void dump(Path file) throws IOException, InterruptedException {
        run(ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.to(file.toFile()), "pg_dump", "--format=custom");
    }

    /** Drops it, and makes an empty one of the same name. */
    void wipe() throws SQLException {
        try (var connection = connect(database, "postgres");
                var sql = connection.createStatement()) {
            sql.execute("drop database %s with (force)".formatted(name(database)));
            sql.execute("create database " + name(database));
        }
    }

    /** Fills the empty database from a file. */
    void restore(Path file) throws IOException, InterruptedException, SQLException {
        run(
                ProcessBuilder.Redirect.from(file.toFile()),
                ProcessBuilder.Redirect.DISCARD,
                "pg_restore",
                "--exit-on-error",
                "--no-owner");
        try (var connection = connect(database, name(database));
                var sql = connection.createStatement()) {
            sql.execute(SKIP_NUMBERS_OF_EVENTS);
        }
    }

    private void run(ProcessBuilder.Redirect in, ProcessBuilder.Redirect out, String program, String... options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(server);
        command.add("--username=" + database.get("quarkus.datasource.username"));
        command.add("--dbname=" + name(database));
        command.addAll(List.of(options));
        var errors = File.createTempFile(program, ".log");
        var builder = new ProcessBuilder(command)
                .redirectInput(in)
                .redirectOutput(out)
                .redirectError(errors);
        builder.environment().put("PGPASSWORD", database.get("quarkus.datasource.password"));
        var ended = builder.start().waitFor();
        assertThat(ended)
                .as("%s: %s", command, Files.readString(errors.toPath()))
                .isZero();
        assertThat(errors.delete()).isTrue();
    }

    private static String name(Map<String, String> database) {
        return address(database).getPath().substring(1);
    }

    private static Connection connect(Map<String, String> database, String name) throws SQLException {
        var url = database.get("quarkus.datasource.jdbc.url").replace("/" + name(database), "/" + name);
        return DriverManager.getConnection(
                url, database.get("quarkus.datasource.username"), database.get("quarkus.datasource.password"));
    }
}
