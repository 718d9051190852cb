package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.download.fetch.BudgetedWeb;
import org.webinararchiver.download.web.LoopbackServer.Answer;
import org.webinararchiver.platform.budget.WorkerConnectionBudget;

/** Bodies that want to be read until there is no room left. */
@Timeout(60)
class HostileBodyTest {
    private static final int MEGABYTE = 1_000_000;

    private final BudgetedWeb web = new BudgetedWeb(
            new GuardedWeb(ShortSettings.allowing("127.0.0.1")),
            new WorkerConnectionBudget(BudgetRule.DEFAULT),
            Duration.ZERO,
            new OneMegabyte());

    @Test
    void whatIsPackedCountsAsItIsUnpacked() throws IOException {
        var packed = packedZeros(100 * MEGABYTE);
        Answer bomb = exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        };
        try (var server = LoopbackServer.answering(bomb)) {
            assertGivenUp(server.at("/"));
        }
    }

    @Test
    void chunksWithoutEndAreGivenUp() throws IOException {
        var head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (var server = RawServer.answering(head, "a\r\n0123456789\r\n".repeat(1000), Duration.ZERO)) {
            assertGivenUp(server.address());
        }
    }

    private void assertGivenUp(URI address) throws IOException {
        try (var answer = web.get(WebRequest.to(address))) {
            assertThatIOException()
                    .isThrownBy(() -> answer.body().transferTo(OutputStream.nullOutputStream()))
                    .withMessageContaining("more than 1,000,000 bytes");
        }
    }

    private static byte[] packedZeros(int count) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[count]);
        }
        return packed.toByteArray();
    }

    private record OneMegabyte() implements FileLimits {
        @Override
        public long mostBytes() {
            return MEGABYTE;
        }

        @Override
        public long leastBytesAMinute() {
            return 0;
        }
    }
}
