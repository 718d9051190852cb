package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.WorkerConnectionBudget;

@Timeout(60)
class BudgetedWebTest {
    private static final Duration IMPATIENT = Duration.ZERO;
    private static final URI ELSEWHERE = URI.create("https://elsewhere.example/");
    private static final WebRequest REQUEST = to("https://platform.example/api/record?a=b");

    /** One connection, which is not lost to a pause of the test's own. */
    private final ConnectionBudget budget =
            new WorkerConnectionBudget(new BudgetRule(1, 1, Duration.ofMinutes(1), Duration.ofMinutes(2)));

    @Test
    void anAnswerIsPassedOnAsItIs() throws IOException {
        try (var answer = web(request -> redirected(404, Map.of("x-some", "thing"), "body"))
                .get(REQUEST)) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("x-some")).contains("thing");
            assertThat(answer.redirectedTo()).contains(ELSEWHERE);
            assertThat(answer.body().readAllBytes()).asString(UTF_8).isEqualTo("body");
        }
    }

    @Test
    void aPlaceIsKeptUntilTheAnswerIsClosedAndThenGivenBack() throws Exception {
        var answer = web(request -> answer(200, Map.of(), "")).get(REQUEST);
        var waiting = Thread.ofVirtual().unstarted(() -> {
            try {
                budget.acquire("platform.example", IMPATIENT).close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        waiting.start();
        assertThat(waiting.join(Duration.ofMillis(100))).isFalse();
        answer.close();
        assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void aRequestThatFailsGivesItsPlaceBack() throws IOException {
        var failing = web(request -> {
            throw new IOException("no route");
        });
        for (int count = 0; count < 3; count++) {
            assertThatIOException().isThrownBy(() -> failing.get(REQUEST)).withMessage("no route");
        }
        web(request -> answer(200, Map.of(), "")).get(REQUEST).close();
    }

    @Test
    void aBusyPlatformIsLeftAloneForAsLongAsItAsks() throws IOException {
        var asked = new AtomicInteger();
        var web = web(request -> {
            asked.incrementAndGet();
            return answer(429, Map.of("retry-after", "90"), "");
        });
        web.get(REQUEST).close();
        assertNotNow(web, "platform.example", Duration.ofSeconds(90));
        assertThat(asked).hasValue(1);
        web.get(to("https://other.example/")).close();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aPlatformThatResetsIsAskedLess() {
        var web = web(request -> {
            throw new SocketException("Connection reset");
        });
        assertThatIOException().isThrownBy(() -> web.get(REQUEST)).withMessage("Connection reset");
        assertNotNow(web, "platform.example", Duration.ofMinutes(1));
    }

    @Test
    void aBodyThatBreaksIsARefusalToo() throws IOException {
        var web = web(request -> new WebAnswer(200, Map.of(), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketException("Connection reset");
            }
        }));
        try (var answer = web.get(REQUEST)) {
            assertThatIOException().isThrownBy(() -> answer.body().readAllBytes());
        }
        assertNotNow(web, "platform.example", Duration.ofMinutes(1));
    }

    @Test
    void whoeverIsStoppedWhileWaitingStopsAndStaysInterrupted() throws Exception {
        try (var occupied = web(request -> answer(200, Map.of(), "")).get(REQUEST)) {
            Thread.currentThread().interrupt();
            assertThatIOException().isThrownBy(() -> web(request -> occupied).get(REQUEST));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private void assertNotNow(BudgetedWeb web, String origin, Duration most) {
        assertThatExceptionOfType(NotAsked.class)
                .isThrownBy(() -> web.get(REQUEST))
                .withMessageContaining(origin)
                .extracting(NotAsked::failure)
                .isInstanceOfSatisfying(
                        Failure.NotNow.class,
                        later -> assertThat(later.pause()).isPositive().isLessThanOrEqualTo(most));
    }

    private BudgetedWeb web(Web web) {
        return new BudgetedWeb(web, budget, IMPATIENT, new Limits(1000, 0));
    }

    private static WebRequest to(String address) {
        return WebRequest.to(URI.create(address));
    }

    private static WebAnswer redirected(int status, Map<String, String> headers, String body) {
        return new WebAnswer(status, headers, Optional.of(ELSEWHERE), new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static WebAnswer answer(int status, Map<String, String> headers, String body) {
        return new WebAnswer(status, headers, new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
