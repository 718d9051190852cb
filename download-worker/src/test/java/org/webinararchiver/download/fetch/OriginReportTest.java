package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.download.web.ProxyTrouble;
import org.webinararchiver.platform.budget.ConnectionBudget.Permit;

class OriginReportTest {
    private final Heard heard = new Heard();
    private final OriginReport report = new OriginReport(heard);

    @ParameterizedTest
    @CsvSource({"200, true", "206, true", "404, true", "500, true", "403, true", "429, false", "503, false"})
    void everyAnswerButTooManyRequestsAndUnavailableIsASuccess(int status, boolean succeeded) {
        report.answered(new WebAnswer(status, Map.of(), InputStream.nullInputStream()));
        assertThat(heard.succeeded).isEqualTo(succeeded);
        assertThat(heard.refused).isEqualTo(!succeeded);
    }

    @Test
    void secondsThatAreAskedForAreToldAndADateIsNot() {
        assertThat(OriginReport.retryAfter(busy("120"))).contains(Duration.ofSeconds(120));
        assertThat(OriginReport.retryAfter(busy("Wed, 28 Jan 2026 12:00:00 GMT")))
                .isEmpty();
        report.answered(busy("7"));
        assertThat(heard.retryAfter).contains(Duration.ofSeconds(7));
    }

    static Stream<IOException> ends() {
        return Stream.of(
                new SocketException("Connection reset"),
                new SocketException("Broken pipe"),
                new ProtocolException("unexpected end of stream"),
                new IOException("unexpected end of stream", new EOFException()),
                new SSLException("reset", new SocketException("Connection reset")));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aConnectionThatTheOtherSideEndedIsARefusal(IOException end) {
        report.failed(end);
        assertThat(heard.refused).isTrue();
        assertThat(heard.retryAfter).isEmpty();
    }

    static Stream<IOException> others() {
        return Stream.of(
                new NotAsked(new Failure.OurOutage("proxy-away", "It is away.", "Look.", Remedy.TIME)),
                new ProxyTrouble("The proxy broke off.", new SocketException("Connection reset")),
                new ConnectException("Connection refused"),
                new NoRouteToHostException(),
                new UnknownHostException("media.example"),
                new SocketTimeoutException("Read timed out"),
                new IOException("No space left on device"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatSaysNothingAboutTheNumberOfConnectionsIsNotTold(IOException other) {
        report.failed(other);
        assertThat(heard.refused || heard.succeeded).isFalse();
    }

    @Test
    void aStoppedThreadsBrokenConnectionIsNotTheOrigins() {
        Thread.currentThread().interrupt();
        report.failed(new SocketException("Closed by interrupt"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(heard.refused).isFalse();
    }

    private static WebAnswer busy(String retryAfter) {
        return new WebAnswer(429, Map.of("retry-after", retryAfter), InputStream.nullInputStream());
    }

    private static final class Heard implements Permit {
        private boolean succeeded;
        private boolean refused;
        private Optional<Duration> retryAfter = Optional.empty();

        @Override
        public void succeeded() {
            succeeded = true;
        }

        @Override
        public void refused(Optional<Duration> askedFor) {
            refused = true;
            retryAfter = askedFor;
        }

        @Override
        public void close() {}
    }
}
