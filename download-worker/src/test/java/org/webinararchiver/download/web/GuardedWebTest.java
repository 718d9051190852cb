package org.webinararchiver.download.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.webinararchiver.download.web.LoopbackWeb.allowing;
import static org.webinararchiver.download.web.LoopbackWeb.get;
import static org.webinararchiver.download.web.LoopbackWeb.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.web.LoopbackServer.Answer;
import org.webinararchiver.download.web.LoopbackServer.Asked;

@Timeout(60)
class GuardedWebTest {
    @Test
    void anAllowedHostIsAskedLikeABrowserWould() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("hello"))) {
            assertThat(get(allowing("127.0.0.1"), server.at("/a%20b?c=d"))).isEqualTo("hello");
            assertThat(get(allowing("localhost"), server.onHost("localhost", "/")))
                    .isEqualTo("hello");
            assertThat(server.asked()).extracting(Asked::target).containsExactly("/a%20b?c=d", "/");
            assertThat(server.asked()).extracting(Asked::userAgent).allMatch(agent -> agent.startsWith("Mozilla/5.0"));
        }
    }

    @Test
    void headersAreSentAndTheAnswersAreInLowerCase() throws IOException {
        Answer echo = exchange -> {
            exchange.getResponseHeaders()
                    .add("X-Echo", exchange.getRequestHeaders().getFirst("Referer"));
            exchange.getResponseHeaders().add("X-Echo", "second");
            exchange.sendResponseHeaders(404, -1);
        };
        try (var server = LoopbackServer.answering(echo);
                var answer = allowing("127.0.0.1")
                        .get(WebRequest.to(server.at("/")).withHeaders(Map.of("Referer", "https://example.com/")))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("x-echo")).contains("https://example.com/");
        }
    }

    @Test
    void aPackedAnswerIsUnpackedAndHasNoLengthOfThePackedOne() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("hello ".repeat(1000).getBytes(UTF_8));
        }
        Answer gzipped = exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).contains("gzip");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        };
        try (var server = LoopbackServer.answering(gzipped);
                var answer = allowing("127.0.0.1").get(WebRequest.to(server.at("/")))) {
            assertThat(text(answer)).isEqualTo("hello ".repeat(1000));
            assertThat(answer.length()).isEmpty();
        }
    }

    /** Only a proxy that was named to us comes between: behind one the guard can not see where names lead. */
    @Test
    void noProxyOfTheVirtualMachineComesBetween() throws IOException {
        try (var proxy = LoopbackServer.answering(Answer.text("secret"))) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
            assertThatIOException()
                    .isThrownBy(() -> get(allowing("127.0.0.1"), URI.create("http://no-such-host.invalid/")));
            assertThat(proxy.asked()).isEmpty();
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }
}
