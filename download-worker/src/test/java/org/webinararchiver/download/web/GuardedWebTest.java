package org.webinararchiver.download.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.web.LoopbackServer.Answer;
import org.webinararchiver.download.web.LoopbackServer.Asked;

@Timeout(60)
class GuardedWebTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1"})
    void aPrivateAddressIsRefusedHoweverItIsWritten(String host) throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("secret"))) {
            assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> get(web(), server.onHost(host, "/")));
            assertThat(server.asked()).isEmpty();
        }
    }

    /** Whoever reads them reads something else: an address, another one, or a name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "017700000001",
                "0177.0.0.1",
                "127.0.0.1.",
                "127.0.0.256",
                "1.2.3.4.5",
                "host.1",
                "host.0x",
                "１２７.1",
                "user@127.0.0.1",
                "user:password@127.0.0.1",
                "[fe80::1%25lo]",
                "[::1%25lo]"
            })
    void anOddWayOfWritingAnAddressIsRefusedWhateverItMeans(String host) throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("secret"))) {
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> get(web("0.0.0.0/0", "::/0"), server.onHost(host, "/")));
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost.", "１２７.０.０.１", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]"})
    void lettersThatLookLikeOthersLeadToNoPrivateAddress(String host) throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("secret"))) {
            assertThatIOException().isThrownBy(() -> get(web(), server.onHost(host, "/")));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void anAllowedHostIsAskedLikeABrowserWould() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("hello"))) {
            assertThat(get(web("127.0.0.1"), server.at("/a%20b?c=d"))).isEqualTo("hello");
            assertThat(get(web("localhost"), server.onHost("localhost", "/"))).isEqualTo("hello");
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
                var answer = web("127.0.0.1")
                        .get(WebRequest.to(server.at("/")).withHeaders(Map.of("Referer", "https://example.com/")))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("x-echo")).contains("https://example.com/");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) throws IOException {
        Answer toB = exchange -> {
            var path = exchange.getRequestURI().getPath();
            (path.equals("/b") ? Answer.text("b") : Answer.redirect(status, "/b")).to(exchange);
        };
        try (var server = LoopbackServer.answering(toB)) {
            assertThat(get(web("127.0.0.1"), server.at("/a"))).isEqualTo("b");
        }
    }

    @Test
    void anAnswerTellsWhereItCameFromUnlessThatMayHoldASecret() throws IOException {
        Answer toB = exchange -> {
            var path = exchange.getRequestURI().getPath();
            (path.equals("/b") ? Answer.text("b") : Answer.redirect(302, "/b")).to(exchange);
        };
        try (var server = LoopbackServer.answering(toB)) {
            var request = WebRequest.to(server.at("/a"));
            try (var answer = web("127.0.0.1").get(request)) {
                assertThat(answer.redirectedTo()).contains(server.at("/b"));
            }
            try (var answer = web("127.0.0.1").get(request.withQuery("token", new Secret("secret")))) {
                assertThat(answer.redirectedTo()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "[::1]", "0.0.0.0", "169.254.169.254", "10.0.0.1"})
    void aRedirectFromAnAllowedHostToAForbiddenOneIsRefused(String host) throws IOException {
        try (var inner = LoopbackServer.answering(Answer.text("secret"));
                var server = LoopbackServer.answering(
                        Answer.redirect(302, inner.onHost(host, "/").toString()))) {
            assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> get(web("127.0.0.1"), server.at("/")));
            assertThat(inner.asked()).isEmpty();
        }
    }

    @Test
    void redirectsThatNeverEndAreGivenUp() throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, "/again"))) {
            assertThatIOException()
                    .isThrownBy(() -> get(web("127.0.0.1"), server.at("/")))
                    .withMessageContaining("more than 5 times");
            assertThat(server.asked()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user@127.0.0.1/", "//a:b@127.0.0.1/", "http://2130706433/", "http://0x7f.1/"})
    void aRedirectToAnOddAddressIsRefused(String location) throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, location))) {
            assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> get(web("0.0.0.0/0"), server.at("/")));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aRedirectToAnAbsurdlyLongAddressIsRefusedInFewWords() throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, "/" + "a".repeat(10_000)))) {
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> get(web("127.0.0.1"), server.at("/")))
                    .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aSessionIsNotCarriedFromHttpsToHttp() throws IOException {
        var tls = LoopbackTls.ofThisMachine();
        try (var plain = LoopbackServer.answering(Answer.text("plain"));
                var secure = LoopbackServer.answering(
                        Answer.redirect(302, plain.at("/?token=t%2B%26").toString()), tls)) {
            var web = new GuardedWeb(ShortSettings.allowing("127.0.0.1"), Map.of(), tls.client());
            var cookie = WebRequest.to(secure.at("/")).withCookie("sessionId", new Secret("abc"));
            var query = WebRequest.to(secure.at("/")).withQuery("token", new Secret("t+&"));
            for (var secret : List.of(cookie, query)) {
                assertThatExceptionOfType(ForbiddenAddress.class)
                        .isThrownBy(() -> web.get(secret))
                        .withMessageNotContaining("token");
            }
            assertThat(plain.asked()).isEmpty();
            assertThat(get(web, secure.at("/"))).isEqualTo("plain");
        }
    }

    @Test
    void aCertificateOfAnotherNameOrOfNobodyIsRefused() throws IOException {
        var ofOther = LoopbackTls.of("other.example");
        try (var server = LoopbackServer.answering(Answer.text("secret"), ofOther)) {
            var trusting = new GuardedWeb(ShortSettings.allowing("127.0.0.1"), Map.of(), ofOther.client());
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(trusting, server.at("/")));
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(web("127.0.0.1"), server.at("/")));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void headersWithoutEndAreGivenUp() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\n", "X-More: and more\r\n", Duration.ZERO)) {
            assertThatIOException().isThrownBy(() -> get(web("127.0.0.1"), server.address()));
        }
    }

    @Test
    void headersThatDripAreGivenUpThoughNoPauseIsLong() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\n", "X: y\r\n", Duration.ofMillis(20))) {
            var settings = ShortSettings.allowing("127.0.0.1").withAnswerTimeout(Duration.ofMillis(500));
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> get(new GuardedWeb(settings), server.address()))
                    .withMessageContaining("PT0.5S");
        }
    }

    @Test
    void aBodyMayTakeLongerThanItsHeadersMay() throws IOException {
        var limit = Duration.ofSeconds(2);
        Answer slow = exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(limit.plusMillis(500).toNanos());
            exchange.getResponseBody().write('b');
        };
        try (var server = LoopbackServer.answering(slow)) {
            var settings = ShortSettings.allowing("127.0.0.1").withAnswerTimeout(limit);
            assertThat(get(new GuardedWeb(settings), server.at("/"))).isEqualTo("ab");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:1/", "javascript:1", "http://"})
    void aRedirectToWhatIsNoWebAddressIsNotFollowed(String location) throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, location));
                var answer = web("127.0.0.1").get(WebRequest.to(server.at("/")))) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aRedirectThatLeadsNowhereIsAnAnswer() throws IOException {
        Answer nowhere = exchange -> exchange.sendResponseHeaders(302, -1);
        try (var server = LoopbackServer.answering(nowhere);
                var answer = web("127.0.0.1").get(WebRequest.to(server.at("/")))) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void secretsGoToTheirHostAlsoAfterARedirectWithinIt() throws IOException {
        Answer toB = exchange -> {
            var path = exchange.getRequestURI().getPath();
            (path.equals("/b") ? Answer.text("b") : Answer.redirect(302, "/b")).to(exchange);
        };
        try (var server = LoopbackServer.answering(toB)) {
            web("127.0.0.1").get(secret(server.at("/a?x=1"))).close();
            assertThat(server.asked()).extracting(Asked::cookie).containsExactly("sessionId=abc", "sessionId=abc");
            assertThat(server.asked()).extracting(Asked::token).containsExactly("t0k3n", "t0k3n");
            assertThat(server.asked()).extracting(Asked::target).containsExactly("/a?x=1&token=t%2B%26", "/b");
        }
    }

    @Test
    void secretsGoToNoOtherHostAndNoOtherPort() throws IOException {
        try (var other = LoopbackServer.answering(Answer.text("other"));
                var byName = LoopbackServer.answering(
                        Answer.redirect(307, "http://localhost:" + other.port() + "/by-name"));
                var byPort = LoopbackServer.answering(
                        Answer.redirect(307, other.at("/by-port").toString()))) {
            var web = web("127.0.0.1", "localhost");
            web.get(secret(byName.at("/"))).close();
            web.get(secret(byPort.at("/"))).close();
            assertThat(other.asked()).extracting(Asked::target).containsExactly("/by-name", "/by-port");
            assertThat(other.asked()).extracting(Asked::cookie).containsOnlyNulls();
            assertThat(other.asked()).extracting(Asked::token).containsOnlyNulls();
        }
    }

    @Test
    void noCookieEndsItsHeaderOrAddsAnother() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("ok"))) {
            var request = WebRequest.to(server.at("/")).withCookie("sessionId", new Secret("a%20b=c; d\r\nX: \"é\""));
            web("127.0.0.1").get(request).close();
            assertThat(server.asked())
                    .extracting(Asked::cookie)
                    .containsExactly("sessionId=a%20b=c%3B%20d%0D%0AX:%20%22%C3%A9%22");
        }
    }

    @Test
    void aBodyThatBreaksOffIsAnError() throws IOException {
        Answer half = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            throw new IOException("the server ends here");
        };
        try (var server = LoopbackServer.answering(half);
                var answer = web("127.0.0.1").get(WebRequest.to(server.at("/")))) {
            assertThat(answer.length()).hasValue(1000);
            assertThatIOException().isThrownBy(() -> answer.body().readAllBytes());
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
                var answer = web("127.0.0.1").get(WebRequest.to(server.at("/")))) {
            assertThat(text(answer)).isEqualTo("hello ".repeat(1000));
            assertThat(answer.length()).isEmpty();
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        var end = new CountDownLatch(1);
        Answer silence = exchange -> awaited(end);
        try (var server = LoopbackServer.answering(silence)) {
            assertThatIOException().isThrownBy(() -> get(impatient(), server.at("/")));
        } finally {
            end.countDown();
        }
    }

    @Test
    void aServerThatFallsSilentInTheMiddleIsGivenUp() throws IOException {
        var end = new CountDownLatch(1);
        Answer pause = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            awaited(end);
        };
        try (var server = LoopbackServer.answering(pause);
                var answer = impatient().get(WebRequest.to(server.at("/")))) {
            assertThatIOException().isThrownBy(() -> answer.body().readAllBytes());
        } finally {
            end.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "mailto:anna@example.com",
                "/path",
                "http:///path",
                "http://a%00b/",
                "http://host:0/",
                "http://host:65536/",
                "http://host:x/"
            })
    void whatIsNoWebAddressMayNotBeAsked(String uri) {
        assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> get(web(), URI.create(uri)));
    }

    @Test
    void anAbsurdlyLongAddressIsRefusedInFewWords() {
        assertThatExceptionOfType(ForbiddenAddress.class)
                .isThrownBy(() -> get(web(), URI.create("http://host.example/" + "a".repeat(100_000))))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void aNameThatThereIsNotIsAnError() {
        assertThatIOException()
                .isThrownBy(() -> get(web(), URI.create("http://no-such-host.invalid/")))
                .isNotInstanceOf(ForbiddenAddress.class);
    }

    @Test
    void aRequestEndsWhenItsThreadIsInterrupted() throws Exception {
        var end = new CountDownLatch(1);
        var failure = new AtomicReference<IOException>();
        try (var server = LoopbackServer.answering(exchange -> awaited(end))) {
            var asking = Thread.ofVirtual()
                    .start(() -> failure.set(
                            catchThrowableOfType(IOException.class, () -> get(web("127.0.0.1"), server.at("/")))));
            await().until(() -> !server.asked().isEmpty());
            asking.interrupt();
            // Well before the time-out of the settings, which is twenty seconds.
            assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
            assertThat(failure).doesNotHaveNullValue();
        } finally {
            end.countDown();
        }
    }

    /** Only a proxy that was named to us comes between: behind one the guard can not see where names lead. */
    @Test
    void noProxyOfTheVirtualMachineComesBetween() throws IOException {
        try (var proxy = LoopbackServer.answering(Answer.text("secret"))) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
            assertThatIOException().isThrownBy(() -> get(web("127.0.0.1"), URI.create("http://no-such-host.invalid/")));
            assertThat(proxy.asked()).isEmpty();
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"top\r\nX: secret", "top-s\u00e9cret", "top\u0000secret"})
    void aSecretThatNoHeaderMayHaveIsNotTold(String value) throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("ok"))) {
            var request = WebRequest.to(server.at("/")).withSecretHeader("x-auth-token", new Secret(value));
            assertThatIOException()
                    .isThrownBy(() -> web("127.0.0.1").get(request))
                    .withMessageContaining("x-auth-token")
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("top"));
            assertThat(server.asked()).isEmpty();
        }
    }

    private static GuardedWeb web(String... allowed) {
        return new GuardedWeb(ShortSettings.allowing(allowed));
    }

    private static GuardedWeb impatient() {
        return new GuardedWeb(ShortSettings.allowing("127.0.0.1").withReadTimeout(Duration.ofMillis(200)));
    }

    private static WebRequest secret(URI uri) {
        return WebRequest.to(uri)
                .withCookie("sessionId", new Secret("abc"))
                .withQuery("token", new Secret("t+&"))
                .withSecretHeader("x-auth-token", new Secret("t0k3n"));
    }

    private static String get(GuardedWeb web, URI uri) throws IOException {
        try (var answer = web.get(WebRequest.to(uri))) {
            return text(answer);
        }
    }

    private static String text(WebAnswer answer) throws IOException {
        return new String(answer.body().readAllBytes(), UTF_8);
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
