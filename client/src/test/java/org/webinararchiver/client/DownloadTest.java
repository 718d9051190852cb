package org.webinararchiver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DownloadTest {
    private static final String URL = "/api/v1/recordings/" + Samples.ID + "/artifacts/video.mp4";
    private static final Artifact VIDEO = new Artifact("video.mp4", "video/mp4", 0, null, URL, null);

    @TempDir
    Path folder;

    private final byte[] film = new byte[300_000];
    private SmallServer server;
    private WebinarArchiverClient client;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        new Random(7).nextBytes(film);
        server = SmallServer.start();
        client = server.client();
        file = folder.resolve("new/video.mp4");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void thenHead(long length, String tag) {
        server.then(exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }

    /** Answers with the film from one byte on, and breaks off before another. */
    private void thenBytes(int status, int from, int until) {
        server.then(exchange -> {
            if (status == 206) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes %d-%d/%d".formatted(from, film.length - 1, film.length));
            }
            exchange.sendResponseHeaders(status, film.length - from);
            exchange.getResponseBody().write(film, from, until - from);
            exchange.getResponseBody().flush();
            exchange.close();
        });
    }

    @Test
    void aFileIsFetchedWholeIntoAFolderThatIsMade() throws IOException {
        thenHead(film.length, "\"one\"");
        thenBytes(200, 0, film.length);

        client.download(VIDEO, file);

        assertThat(file).hasBinaryContent(film);
        assertThat(file.getParent()).isDirectoryContaining(each -> each.equals(file));
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void afterABreakOnlyTheRestIsAskedFor() throws IOException {
        thenHead(film.length, "\"one\"");
        thenBytes(200, 0, 100_000);
        server.then(exchange -> {
            var from = Integer.parseInt(
                    exchange.getRequestHeaders().getFirst("Range").replaceAll("\\D", ""));
            assertThat(from).isBetween(1, 100_000);
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, film.length - 1, film.length));
            exchange.sendResponseHeaders(206, film.length - from);
            exchange.getResponseBody().write(film, from, film.length - from);
            exchange.close();
        });

        client.download(VIDEO, file);

        assertThat(file).hasBinaryContent(film);
        assertThat(server.asked().getLast().header("If-Range")).isEqualTo("\"one\"");
    }

    @Test
    void theNextCallGoesOnWhereTheLastOneGaveUp() throws IOException {
        thenHead(film.length, "\"one\"");
        thenBytes(200, 0, 100_000);
        for (int times = 0; times < 6; times++) {
            server.then(exchange -> SmallServer.send(exchange, 416, ""));
        }
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> client.download(VIDEO, file));
        assertThat(file).doesNotExist();

        try (var again = SmallServer.start();
                var other = again.client()) {
            again.then(exchange -> {
                exchange.getResponseHeaders().set("ETag", "\"one\"");
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(film.length));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            again.then(exchange -> {
                assertThat(exchange.getRequestHeaders().getFirst("Range")).isNull(); // another address, another file
                exchange.sendResponseHeaders(200, film.length);
                exchange.getResponseBody().write(film);
                exchange.close();
            });
            other.download(VIDEO, file);
        }
        assertThat(file).hasBinaryContent(film);
    }

    @Test
    void aFileThatChangedMeanwhileBeginsAnew() throws IOException {
        thenHead(film.length, "\"one\"");
        thenBytes(200, 0, 100_000);
        thenBytes(200, 0, film.length);

        client.download(VIDEO, file);

        assertThat(file).hasBinaryContent(film);
    }

    @Test
    void aRangeThatWasNotAskedForIsNotBelieved() throws IOException {
        thenHead(film.length, "\"one\"");
        thenBytes(200, 0, 100_000);
        thenBytes(206, 7, film.length);
        thenBytes(200, 0, film.length);

        client.download(VIDEO, file);

        assertThat(file).hasBinaryContent(film);
    }

    @Test
    void whatIsTooShortIsNoFile() {
        thenHead(film.length, "\"one\"");
        for (int times = 0; times < 8; times++) {
            server.then(exchange -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write(Arrays.copyOf(film, 10));
                exchange.close();
            });
        }
        assertThatIOException()
                .isThrownBy(() -> client.download(VIDEO, file))
                .withMessageContaining("10 of 300000 bytes");
        assertThat(file).doesNotExist();
    }

    @Test
    void theFileThatWasThereStaysUntilTheNewOneIsWhole() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "old");
        server.thenJson(404, "");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> client.download(VIDEO, file));
        assertThat(file).hasContent("old");
    }
}
