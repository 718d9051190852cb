package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.download.fetch.Outcomes.failureOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

/** A fetcher of small answers that a test makes up, and the store that they come into. */
abstract class FetcherUnderTest {
    static final String KEY = "recordings/1/segments/2";
    static final SegmentRequest REQUEST = request(WantedFile.Kind.DOCUMENT);
    static final byte[] FILE = "%PDF-1.7 and".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final ConnectionBudget budget = Budgets.of(8);
    ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    static final class BreakingStream extends InputStream {
        private boolean begun;

        @Override
        public int read() throws IOException {
            if (begun) {
                throw new IOException("connection reset");
            }
            begun = true;
            return 1;
        }
    }

    static SegmentRequest request(WantedFile.Kind kind) {
        return new SegmentRequest(
                URI.create("https://media.example/1"),
                Map.of("Referer", "https://example.com/"),
                kind,
                KEY,
                0,
                new NotesInMemory());
    }

    static Web answering(int status, Map<String, String> headers, byte[] body) {
        return request -> answer(status, headers, body);
    }

    static WebAnswer answer(int status, Map<String, String> headers, byte[] body) {
        return new WebAnswer(status, headers, new ByteArrayInputStream(body));
    }

    FetchOutcome fetch(Web web) {
        return fetch(fetcher(web, store, Limits.WIDE), REQUEST);
    }

    FetchOutcome fetch(SegmentFetcher fetcher, SegmentRequest request) {
        try (var connections = Connections.to(request.url(), budget, Duration.ZERO)) {
            return fetcher.fetch(request, connections, length -> {});
        } catch (InterruptedException | OriginRests e) {
            throw new AssertionError(e);
        }
    }

    SegmentFetcher fetcher(Web web, ObjectStore into, Limits limits) {
        return new SegmentFetcher(web, into, new Scratch(() -> folder.resolve("scratch")), limits, 4);
    }

    Failure failure(Web web) {
        return failureOf(fetch(web));
    }

    static void assertBrokenOff(Failure failure) {
        assertThat(failure).isInstanceOf(Failure.Retryable.class);
        assertThat(failure.reason()).isEqualTo("broken-off");
        assertThat(failure.message()).contains(REQUEST.url().toString());
    }

    void assertStored(byte[] bytes) throws IOException {
        try (var stored = store.get(KEY)) {
            assertThat(stored.readAllBytes()).isEqualTo(bytes);
        }
    }

    void assertNothingStored() throws IOException {
        assertThat(store.head(KEY)).isEmpty();
    }
}
