package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.download.web.LoopbackWeb.allowing;
import static org.webinararchiver.download.web.LoopbackWeb.get;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.web.LoopbackServer.Answer;

/** Answers that are endless, slow or broken. */
@Timeout(60)
class UnhappyAnswerTest {
    @Test
    void headersWithoutEndAreGivenUp() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\n", "X-More: and more\r\n", Duration.ZERO)) {
            assertThatIOException().isThrownBy(() -> get(allowing("127.0.0.1"), server.address()));
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

    @Test
    void aBodyThatBreaksOffIsAnError() throws IOException {
        Answer half = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            throw new IOException("the server ends here");
        };
        try (var server = LoopbackServer.answering(half);
                var answer = allowing("127.0.0.1").get(WebRequest.to(server.at("/")))) {
            assertThat(answer.length()).hasValue(1000);
            assertThatIOException().isThrownBy(() -> answer.body().readAllBytes());
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

    @Test
    void aRequestEndsWhenItsThreadIsInterrupted() throws Exception {
        var end = new CountDownLatch(1);
        var failure = new AtomicReference<IOException>();
        try (var server = LoopbackServer.answering(exchange -> awaited(end))) {
            var asking = Thread.ofVirtual()
                    .start(() -> failure.set(
                            catchThrowableOfType(IOException.class, () -> get(allowing("127.0.0.1"), server.at("/")))));
            await().until(() -> !server.asked().isEmpty());
            asking.interrupt();
            // Well before the time-out of the settings, which is twenty seconds.
            assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
            assertThat(failure).doesNotHaveNullValue();
        } finally {
            end.countDown();
        }
    }

    private static GuardedWeb impatient() {
        return new GuardedWeb(ShortSettings.allowing("127.0.0.1").withReadTimeout(Duration.ofMillis(200)));
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
