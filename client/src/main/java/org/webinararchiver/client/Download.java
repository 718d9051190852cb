package org.webinararchiver.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Fetches one file. What came before the connection broke is kept beside the file, also for the next call, and only the
 * rest is asked for; unless the file is another one by then.
 */
final class Download {
    private static final Duration TO_COME = Duration.ofDays(1);

    private final Calls calls;
    private final ClientSettings settings;
    private final URI address;
    private final Path file;

    Download(Calls calls, ClientSettings settings, URI address, Path file) {
        this.calls = calls;
        this.settings = settings;
        this.address = address;
        this.file = file.toAbsolutePath();
    }

    /** What is known of the file before it is fetched. */
    private record Expected(long length, Optional<String> tag) {}

    Path whole() throws IOException {
        var expected = ask();
        Files.createDirectories(file.getParent());
        var part = part(expected);
        try {
            fetch(expected, part);
        } catch (InterruptedException e) {
            throw InterruptedCall.of(e);
        }
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Expected ask() throws IOException {
        var answer = calls.answered(
                calls.to(address)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                Calls.Repeating.HARMLESS);
        var length = answer.headers().firstValueAsLong("Content-Length");
        if (length.isEmpty()) {
            throw new IOException("The archiver does not say how long " + address.getPath() + " is.");
        }
        return new Expected(length.getAsLong(), answer.headers().firstValue("ETag"));
    }

    /** Named by the version of the file, so that the beginning of another version is never gone on with. */
    private Path part(Expected expected) throws IOException {
        var version = expected.tag()
                .map(tag -> UUID.nameUUIDFromBytes((address + tag).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID);
        var part = file.resolveSibling(".%s.part".formatted(version));
        if (Files.exists(part) && Files.size(part) > expected.length()) {
            Files.delete(part);
        }
        return part;
    }

    private void fetch(Expected expected, Path part) throws IOException, InterruptedException {
        for (int failures = 0; ; ) {
            long before = size(part);
            if (before == expected.length() && Files.exists(part)) {
                return;
            }
            try {
                take(expected, part, before);
            } catch (IOException broken) {
                failures = size(part) > before ? 1 : failures + 1;
                if (failures >= settings.attempts()) {
                    throw new IOException(
                            "%s broke off after %d of %d bytes: %s. The same call goes on where it stopped."
                                    .formatted(address.getPath(), size(part), expected.length(), broken.getMessage()),
                            broken);
                }
                Thread.sleep(calls.pauseAfter(failures));
            }
        }
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void take(Expected expected, Path part, long from) throws IOException {
        var request = calls.to(address).timeout(TO_COME).GET();
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
            expected.tag().ifPresent(tag -> request.header("If-Range", tag));
        }
        var answer = calls.send(request.build(), Calls.Repeating.HARMLESS, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            refuse(answer);
            var goesOn = answer.statusCode() == 206 && isFrom(answer, from);
            if (answer.statusCode() == 206 && !goesOn) {
                throw new IOException("another range came than was asked for");
            }
            write(body, part, goesOn, expected.length());
        }
        if (size(part) != expected.length()) {
            throw new IOException("%d of %d bytes came".formatted(size(part), expected.length()));
        }
    }

    private static void refuse(HttpResponse<InputStream> answer) throws IOException {
        if (answer.statusCode() == 200 || answer.statusCode() == 206) {
            return;
        }
        if (answer.statusCode() >= 400) {
            throw Problem.of(answer, answer.body().readNBytes(64 * 1024));
        }
        throw new IOException("the archiver answered " + answer.statusCode());
    }

    private static boolean isFrom(HttpResponse<InputStream> answer, long from) {
        return answer.headers()
                .firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + from + "-"))
                .isPresent();
    }

    private static void write(InputStream body, Path part, boolean goesOn, long most) throws IOException {
        try (var out = Files.newOutputStream(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
            body.transferTo(out);
        }
        if (Files.size(part) > most) {
            Files.delete(part);
            throw new IOException("more came than the archiver had said");
        }
    }
}
