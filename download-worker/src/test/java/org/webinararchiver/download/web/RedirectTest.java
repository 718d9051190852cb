package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.webinararchiver.download.web.LoopbackWeb.allowing;
import static org.webinararchiver.download.web.LoopbackWeb.get;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.web.LoopbackServer.Answer;

/** Where answers lead, every step of the way. */
@Timeout(60)
class RedirectTest {
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) throws IOException {
        try (var server = LoopbackServer.answering(Answer.moved(status, "/b", Answer.text("b")))) {
            assertThat(get(allowing("127.0.0.1"), server.at("/a"))).isEqualTo("b");
        }
    }

    @Test
    void anAnswerTellsWhereItCameFromUnlessThatMayHoldASecret() throws IOException {
        try (var server = LoopbackServer.answering(Answer.moved(302, "/b", Answer.text("b")))) {
            var request = WebRequest.to(server.at("/a"));
            try (var answer = allowing("127.0.0.1").get(request)) {
                assertThat(answer.redirectedTo()).contains(server.at("/b"));
            }
            try (var answer = allowing("127.0.0.1").get(request.withQuery("token", new Secret("secret")))) {
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
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> get(allowing("127.0.0.1"), server.at("/")));
            assertThat(inner.asked()).isEmpty();
        }
    }

    @Test
    void redirectsThatNeverEndAreGivenUp() throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, "/again"))) {
            assertThatIOException()
                    .isThrownBy(() -> get(allowing("127.0.0.1"), server.at("/")))
                    .withMessageContaining("more than 5 times");
            assertThat(server.asked()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user@127.0.0.1/", "//a:b@127.0.0.1/", "http://2130706433/", "http://0x7f.1/"})
    void aRedirectToAnOddAddressIsRefused(String location) throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, location))) {
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> get(allowing("0.0.0.0/0"), server.at("/")));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aRedirectToAnAbsurdlyLongAddressIsRefusedInFewWords() throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, "/" + "a".repeat(10_000)))) {
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> get(allowing("127.0.0.1"), server.at("/")))
                    .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:1/", "javascript:1", "http://"})
    void aRedirectToWhatIsNoWebAddressIsNotFollowed(String location) throws IOException {
        try (var server = LoopbackServer.answering(Answer.redirect(302, location));
                var answer = allowing("127.0.0.1").get(WebRequest.to(server.at("/")))) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aRedirectThatLeadsNowhereIsAnAnswer() throws IOException {
        Answer nowhere = exchange -> exchange.sendResponseHeaders(302, -1);
        try (var server = LoopbackServer.answering(nowhere);
                var answer = allowing("127.0.0.1").get(WebRequest.to(server.at("/")))) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(server.asked()).hasSize(1);
        }
    }
}
