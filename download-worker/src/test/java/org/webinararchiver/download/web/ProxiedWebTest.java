package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.webinararchiver.download.web.LoopbackWeb.get;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.web.LoopbackServer.Answer;

/** A web that lies behind a proxy. Its hosts have names that nobody but the proxy could resolve. */
@Timeout(60)
class ProxiedWebTest {
    private static final URI PLAIN = URI.create("http://media.invalid/a?b=c");
    private static final URI SECURE = URI.create("https://media.invalid/a?b=c");
    private static final LoopbackTls TLS = LoopbackTls.of("media.invalid");

    /** {@code Aladdin:open sesame}, the example of RFC 7617. */
    private static final String BASIC = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";

    private static final String ALADDIN = "http://Aladdin:open%20sesame@";

    @Test
    void theProxyIsAskedForAnAddressOfHttpByItsName() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("hello"));
                var proxy = LoopbackProxy.leadingTo(server.port())) {
            assertThat(get(through(proxy.address()), PLAIN)).isEqualTo("hello");
            assertThat(proxy.lines()).containsExactly("GET http://media.invalid/a?b=c HTTP/1.1");
            assertThat(server.asked()).extracting(LoopbackServer.Asked::target).containsExactly("/a?b=c");
        }
    }

    @Test
    void theProxyIsAskedForATunnelToAnAddressOfHttpsAndSeesNoMore() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("hello"), TLS);
                var proxy = LoopbackProxy.leadingTo(server.port())) {
            assertThat(get(through(proxy.address()), SECURE)).isEqualTo("hello");
            assertThat(proxy.lines()).containsExactly("CONNECT media.invalid:443 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theProxyIsToldThePasswordAtOnceAndNobodyElseIs(boolean secure) throws IOException {
        try (var server = secure
                        ? LoopbackServer.answering(Answer.text("hello"), TLS)
                        : LoopbackServer.answering(Answer.text("hello"));
                var proxy = LoopbackProxy.leadingTo(server.port(), BASIC)) {
            assertThat(get(through(ALADDIN + proxy.address()), secure ? SECURE : PLAIN))
                    .isEqualTo("hello");
            assertThat(proxy.asked())
                    .extracting(asked -> asked.authorization().orElse(""))
                    .containsExactly(BASIC);
            assertThat(server.asked())
                    .flatExtracting(LoopbackServer.Asked::headers)
                    .doesNotContain("Proxy-authorization");
        }
    }

    @Test
    void anOriginThatAsksForTheProxysPasswordDoesNotGetIt() throws IOException {
        Answer curious = exchange -> {
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"yours\"");
            exchange.sendResponseHeaders(407, -1);
        };
        try (var server = LoopbackServer.answering(curious, TLS);
                var proxy = LoopbackProxy.leadingTo(server.port(), BASIC);
                var answer = through(ALADDIN + proxy.address()).get(WebRequest.to(SECURE))) {
            assertThat(answer.status()).isEqualTo(407);
            assertThat(server.asked())
                    .hasSize(1)
                    .flatExtracting(LoopbackServer.Asked::headers)
                    .doesNotContain("Proxy-authorization");
        }
    }

    @Test
    void aProxyThatDoesNotAcceptThePasswordIsForItsOperatorToSetRight() throws IOException {
        try (var proxy = LoopbackProxy.leadingTo(1, BASIC)) {
            assertOutage(through("http://Aladdin:wrong@" + proxy.address()), SECURE, outage -> {
                assertThat(outage.reason()).isEqualTo("proxy-refuses-us");
                assertThat(outage.remedy()).isEqualTo(Remedy.OPERATOR);
                assertThat(outage.message()).contains(proxy.address());
                assertThat(outage.toString()).doesNotContain("wrong").doesNotContain("Aladdin");
            });
        }
    }

    /** An origin of HTTP could say 407 too, and so rest all workers if it were an outage. */
    @Test
    void withoutATunnelAWrongPasswordIsATroubleOfThisRequest() throws IOException {
        try (var proxy = LoopbackProxy.leadingTo(1, BASIC)) {
            assertTrouble(through("http://Aladdin:wrong@" + proxy.address()), PLAIN, proxy.address(), "407");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://media.invalid/", "https://media.invalid/"})
    void aProxyThatIsAwayIsAnOutage(URI address) throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertOutage(through("127.0.0.1:" + free), address, outage -> {
            assertThat(outage.reason()).isEqualTo("proxy-away");
            assertThat(outage.remedy()).isEqualTo(Remedy.TIME);
            assertThat(outage.message()).contains("127.0.0.1:" + free);
        });
    }

    @Test
    void aProxyWhoseNameNobodyKnowsIsAnOutage() {
        assertOutage(
                through("http://proxy.invalid:3128"),
                SECURE,
                outage -> assertThat(outage.message()).contains("proxy.invalid:3128"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405})
    void aHostThatTheProxyForbidsIsForbidden(int status) throws IOException {
        try (var proxy = LoopbackProxy.answering(status)) {
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> get(through(proxy.address()), SECURE))
                    .withMessageContaining(proxy.address())
                    .withMessageContaining("media.invalid")
                    .withMessageContaining(Integer.toString(status))
                    .satisfies(forbidden -> assertThat(forbidden.advice()).contains("whoever runs the proxy"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aHostThatTheProxyDoesNotReachMayBeThereLater(int status) throws IOException {
        try (var proxy = LoopbackProxy.answering(status)) {
            assertTrouble(through(proxy.address()), SECURE, proxy.address(), Integer.toString(status));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://media.invalid/", "https://media.invalid/"})
    void aProxyThatBreaksOffIsNamed(URI address) throws IOException {
        try (var proxy = LoopbackProxy.resetting()) {
            assertTrouble(through(proxy.address()), address, proxy.address(), "broke off");
        }
    }

    @Test
    void aProxyThatSaysNothingIsGivenUp() throws IOException {
        try (var proxy = LoopbackProxy.silent()) {
            var settings = ShortSettings.allowing().withReadTimeout(Duration.ofMillis(200));
            assertTrouble(web(settings.through(proxy.address())), SECURE, proxy.address(), "media.invalid");
        }
    }

    @Test
    void anOriginThatBreaksOffBehindATunnelIsNotTheProxysFault() throws IOException {
        Answer half = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            throw new IOException("the server ends here");
        };
        try (var server = LoopbackServer.answering(half, TLS);
                var proxy = LoopbackProxy.leadingTo(server.port());
                var answer = through(proxy.address()).get(WebRequest.to(SECURE))) {
            assertThatIOException()
                    .isThrownBy(() -> answer.body().readAllBytes())
                    .isNotInstanceOf(ProxyTrouble.class);
        }
    }

    @Test
    void behindATunnelAnotherHostsCertificateIsRefused() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("hello"), TLS);
                var proxy = LoopbackProxy.leadingTo(server.port())) {
            assertThatIOException()
                    .isThrownBy(() -> get(through(proxy.address()), URI.create("https://other.invalid/")))
                    .isNotInstanceOf(ProxyTrouble.class);
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "[fd00::1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::10.0.0.1]",
                "10.1",
                "2130706433",
                "0x7f.1",
                "0x7f000001",
                "0177.0.0.1",
                "127.0.0.1.",
                "127.0.0.1",
                "localhost",
                "a.localhost",
                "[::1]"
            })
    void aPrivateAddressThatIsWrittenAsOneIsNotEvenAskedOfTheProxy(String host) throws IOException {
        try (var proxy = LoopbackProxy.answering(200)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> get(through(proxy.address()), URI.create("http://" + host + ":1/")))
                    .satisfies(refused ->
                            assertThat(refused.toString()).containsAnyOf("ForbiddenAddress", "UnknownHostException"));
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void aRedirectIsCheckedBehindAProxyToo() throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, "http://10.0.0.1/"));
                var proxy = LoopbackProxy.leadingTo(server.port())) {
            assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> get(through(proxy.address()), PLAIN));
            assertThat(proxy.lines()).hasSize(1);
        }
    }

    @Test
    void aPrivateAddressThatIsAllowedIsAskedOfTheProxy() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("hello"));
                var proxy = LoopbackProxy.leadingTo(server.port())) {
            var web = web(ShortSettings.allowing("10.0.0.0/8").through(proxy.address()));
            assertThat(get(web, URI.create("http://10.0.0.1/"))).isEqualTo("hello");
        }
    }

    @Test
    void thisMachineIsAskedWithoutAProxyWhenItIsAllowed() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("hello"));
                var proxy = LoopbackProxy.answering(500)) {
            var web = web(ShortSettings.allowing("127.0.0.1").through(proxy.address()));
            assertThat(get(web, server.at("/"))).isEqualTo("hello");
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void secretsGoToTheirHostAndNotWithARedirectToAnother() throws IOException {
        Answer toOther = exchange -> {
            boolean isFirst = exchange.getRequestHeaders().getFirst("Host").equals("media.invalid");
            (isFirst ? Answer.redirect(302, "http://other.invalid/") : Answer.text("other")).to(exchange);
        };
        try (var server = LoopbackServer.answering(toOther);
                var proxy = LoopbackProxy.leadingTo(server.port())) {
            through(proxy.address())
                    .get(WebRequest.to(PLAIN).withCookie("sessionId", new Secret("abc")))
                    .close();
            assertThat(server.asked()).extracting(LoopbackServer.Asked::cookie).containsExactly("sessionId=abc", null);
        }
    }

    private static GuardedWeb through(String proxy) {
        return web(ShortSettings.allowing().through(proxy));
    }

    private static GuardedWeb web(ShortSettings settings) {
        return new GuardedWeb(settings, Map.of(), TLS.client());
    }

    private static void assertOutage(GuardedWeb web, URI address, ThrowingConsumer<Failure.OurOutage> expected) {
        assertThatExceptionOfType(NotAsked.class)
                .isThrownBy(() -> get(web, address))
                .extracting(NotAsked::failure)
                .isInstanceOfSatisfying(Failure.OurOutage.class, expected);
    }

    private static void assertTrouble(GuardedWeb web, URI address, String... words) {
        assertThatExceptionOfType(ProxyTrouble.class)
                .isThrownBy(() -> get(web, address))
                .satisfies(trouble -> assertThat(trouble).hasMessageContainingAll(words));
    }
}
