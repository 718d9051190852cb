package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.webinararchiver.download.web.LoopbackWeb.allowing;
import static org.webinararchiver.download.web.LoopbackWeb.get;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.web.LoopbackServer.Answer;
import org.webinararchiver.download.web.LoopbackServer.Asked;

/** Cookies, queries and headers that are secret go to their host alone, which proves who it is. */
@Timeout(60)
class SecretsOnTheWayTest {
    @Test
    void secretsGoToTheirHostAlsoAfterARedirectWithinIt() throws IOException {
        try (var server = LoopbackServer.answering(Answer.moved(302, "/b", Answer.text("b")))) {
            allowing("127.0.0.1").get(secret(server.at("/a?x=1"))).close();
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
            var web = allowing("127.0.0.1", "localhost");
            web.get(secret(byName.at("/"))).close();
            web.get(secret(byPort.at("/"))).close();
            assertThat(other.asked()).extracting(Asked::target).containsExactly("/by-name", "/by-port");
            assertThat(other.asked()).extracting(Asked::cookie).containsOnlyNulls();
            assertThat(other.asked()).extracting(Asked::token).containsOnlyNulls();
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
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(allowing("127.0.0.1"), server.at("/")));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void noCookieEndsItsHeaderOrAddsAnother() throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("ok"))) {
            var request = WebRequest.to(server.at("/")).withCookie("sessionId", new Secret("a%20b=c; d\r\nX: \"é\""));
            allowing("127.0.0.1").get(request).close();
            assertThat(server.asked())
                    .extracting(Asked::cookie)
                    .containsExactly("sessionId=a%20b=c%3B%20d%0D%0AX:%20%22%C3%A9%22");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"top\r\nX: secret", "top-s\u00e9cret", "top\u0000secret"})
    void aSecretThatNoHeaderMayHaveIsNotTold(String value) throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("ok"))) {
            var request = WebRequest.to(server.at("/")).withSecretHeader("x-auth-token", new Secret(value));
            assertThatIOException()
                    .isThrownBy(() -> allowing("127.0.0.1").get(request))
                    .withMessageContaining("x-auth-token")
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("top"));
            assertThat(server.asked()).isEmpty();
        }
    }

    private static WebRequest secret(URI uri) {
        return WebRequest.to(uri)
                .withCookie("sessionId", new Secret("abc"))
                .withQuery("token", new Secret("t+&"))
                .withSecretHeader("x-auth-token", new Secret("t0k3n"));
    }
}
