package org.webinararchiver.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.client.Submission;
import org.webinararchiver.client.UnreachableException;
import org.webinararchiver.standalone.cli.ExitCode;
import org.webinararchiver.standalone.progress.QuietDisplay;
import org.webinararchiver.standalone.runtime.RunningArchive;

/** What becomes of links while the archive that works at them is well, in trouble, or gone. */
@Timeout(60)
class ArchiveLinksTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final String PAGE = "https://my.mts-link.ru/j/1/2/record-new/3";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();
    private final ArchiveLinks links = new ArchiveLinks(
            List.of(new Wanted(Submission.of(PAGE), URI.create(PAGE))),
            new ExportWish(Path.of("/videos"), false),
            new QuietDisplay(stream(out), stream(err)));

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = serve();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpServer serve() throws IOException {
        var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/api/v1/recordings", exchange -> {
            var body = exchange.getRequestMethod().equals("POST") ? recording("PENDING", null) : shown.poll();
            answer(exchange, body == null || body.isEmpty() ? 500 : 200, body == null ? "" : body);
        });
        started.createContext(
                "/local/recordings/" + ID + "/export",
                exchange -> answer(exchange, 200, "{\"file\":\"/videos/Algebra.mp4\"}"));
        started.start();
        return started;
    }

    private static String recording(String state, String outcome) {
        return "{\"id\":\"%s\",\"page\":\"%s\",\"state\":\"%s\",\"outcome\":%s}"
                .formatted(ID, PAGE, state, outcome == null ? "null" : '"' + outcome + '"');
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ExitCode work() throws InterruptedException {
        var running = new RunningArchive("127.0.0.1", server.getAddress().getPort(), 1, "token");
        try (var archive = Archive.own(running)) {
            return links.work(archive);
        }
    }

    @Test
    void aFinishedFileIsPutWhereItIsWantedAndItsPathPrinted() throws InterruptedException {
        shown.add(recording("DOWNLOADING", null));
        shown.add(recording("PROCESSED", "COMPLETE_WITH_GAPS"));
        assertThat(work()).isEqualTo(ExitCode.COMPLETE_WITH_GAPS);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("/videos/Algebra.mp4\n");
    }

    @Test
    void troubleOfTheArchiveIsNoFailureOfTheRecording() throws InterruptedException {
        for (int times = 0; times < 8; times++) {
            shown.add("");
        }
        shown.add(recording("PROCESSED", "COMPLETE"));
        assertThat(work()).isEqualTo(ExitCode.COMPLETE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatHasEndedIsNotBegunAgainWithAnotherArchive() throws Exception {
        shown.add(recording("PROCESSED", "COMPLETE"));
        assertThat(work()).isEqualTo(ExitCode.COMPLETE);
        server.stop(0);
        server = serve();
        assertThat(work()).isEqualTo(ExitCode.COMPLETE);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("/videos/Algebra.mp4\n");
    }

    @Test
    void anArchiveThatIsGoneIsToldToWhoeverCanTakeOver() {
        server.stop(0);
        assertThatExceptionOfType(UnreachableException.class).isThrownBy(this::work);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
