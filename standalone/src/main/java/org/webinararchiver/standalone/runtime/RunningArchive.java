package org.webinararchiver.standalone.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How other runs of this program find the one that has the data folder open: a file in it that only its owner can read.
 *
 * @param host where it answers; loopback unless it listens on another address alone
 * @param port where it answers there
 * @param pid of its process
 * @param token what shows that somebody can read the file
 */
public record RunningArchive(String host, int port, long pid, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public URI address() {
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port));
    }

    /** What the file tells; empty when there is none, or it is being written. */
    public static Optional<RunningArchive> read(Path file) throws IOException {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), RunningArchive.class))
                    : Optional.empty();
        } catch (com.fasterxml.jackson.core.JacksonException | java.nio.file.NoSuchFileException notNow) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        OwnersFile.write(unfinished, JSON.writeValueAsString(this));
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "RunningArchive[port=%d, pid=%d]".formatted(port, pid);
    }
}
