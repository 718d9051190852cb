package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DURATION;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.platform.storage.s3.S3Location;
import org.webinararchiver.platform.storage.s3.S3ObjectStore;

/** What is made of an answer that is none, and whose fault it is. */
class FetchFailureTest extends FetcherUnderTest {
    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 410, 416, 499})
    void aFileThatIsRefusedIsLost(int status) throws IOException {
        assertThat(failure(answering(status, Map.of(), FILE)))
                .asInstanceOf(type(Failure.OfTask.class))
                .satisfies(lost -> {
                    assertThat(lost.reason()).isEqualTo("origin-refuses");
                    assertThat(lost.message()).contains(REQUEST.url().toString(), Integer.toString(status));
                });
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
    void aBusyHostIsAskedAgain(int status) throws IOException {
        assertThat(failure(answering(status, Map.of(), FILE)))
                .asInstanceOf(type(Failure.Retryable.class))
                .satisfies(busy -> {
                    assertThat(busy.reason()).isEqualTo("origin-busy");
                    assertThat(busy.pause()).isZero();
                });
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource({
        "429, 7, 7",
        "503, 0, 0",
        "503, 86400, 86400",
        "503, 99999999999999999999, 0",
        "503, -1, 0",
        "503, soon, 0",
        "503, '', 0"
    })
    void aBusyHostIsGivenTheTimeItAsksFor(int status, String retryAfter, long seconds) {
        assertThat(failure(answering(status, Map.of("retry-after", retryAfter), FILE)))
                .asInstanceOf(type(Failure.Retryable.class))
                .extracting(Failure.Retryable::pause)
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aBusyHostMayNameATime() {
        var later = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1);
        var header = DateTimeFormatter.RFC_1123_DATE_TIME.format(later);
        assertThat(failure(answering(503, Map.of("retry-after", header), FILE)))
                .asInstanceOf(type(Failure.Retryable.class))
                .extracting(Failure.Retryable::pause, DURATION)
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "5000000"})
    void aFileThatIsShorterThanAnnouncedBrokeOff(String announced) throws IOException {
        assertBrokenOff(failure(answering(200, Map.of("content-length", announced), FILE)));
        assertNothingStored();
    }

    @Test
    void aFileThatIsLongerThanAnnouncedIsNotBelieved() throws IOException {
        assertBrokenOff(failure(answering(200, Map.of("content-length", "11"), FILE)));
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionThatBreaksIsTriedAgain(boolean lengthIsKnown) throws IOException {
        var headers = lengthIsKnown ? Map.of("content-length", "12") : Map.<String, String>of();
        assertBrokenOff(failure(request -> new WebAnswer(200, headers, new BreakingStream())));
        assertNothingStored();
    }

    @Test
    void aHostThatCannotBeReachedIsTriedAgain() {
        assertBrokenOff(failure(request -> {
            throw new IOException("connection refused");
        }));
    }

    @Test
    void anAddressThatMayNotBeAskedIsNotTriedAgain() {
        var failure = failure(request -> {
            throw new ForbiddenAddress("media.example is at 10.0.0.1");
        });
        assertThat(failure).isInstanceOf(Failure.OfTask.class);
        assertThat(failure.reason()).isEqualTo("forbidden-address");
    }

    @Test
    void anOutageOnTheWayIsToldAsWhatItIs() {
        var outage = new Failure.OurOutage("proxy-away", "It is away.", "Look.", Failure.OurOutage.Remedy.TIME);
        assertThat(failure(request -> {
                    throw new NotAsked(outage);
                }))
                .isEqualTo(outage);
    }

    @Test
    void aStoreThatIsAwayIsNotBlamedOnTheHost() throws IOException {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = nobody.getLocalPort();
            nobody.close();
            var location = new S3Location(
                    URI.create("http://127.0.0.1:" + port), "us-east-1", "bucket", "key", new Secret("secret"));
            try (var away = S3ObjectStore.at(location)) {
                var outcome = fetch(fetcher(answering(200, Map.of(), FILE), away, Limits.WIDE), REQUEST);
                assertThat(outcome)
                        .asInstanceOf(type(FetchOutcome.Failed.class))
                        .extracting(FetchOutcome.Failed::failure)
                        .asInstanceOf(type(Failure.OurOutage.class))
                        .extracting(Failure.OurOutage::reason)
                        .isEqualTo("storage-away");
            }
        }
    }

    @Test
    void aDiskThatTakesNothingIsNotBlamedOnTheHost() throws IOException {
        Files.delete(folder.resolve("objects"));
        Files.createFile(folder.resolve("objects"));
        var failure = failure(answering(200, Map.of("content-length", "12"), FILE));
        assertThat(failure)
                .isInstanceOf(Failure.OurOutage.class)
                .extracting(Failure::reason)
                .isEqualTo("storage-fails");
    }
}
