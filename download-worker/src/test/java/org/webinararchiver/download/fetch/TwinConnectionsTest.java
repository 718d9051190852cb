package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.webinararchiver.download.fetch.Outcomes.failureOf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.TestStudio;
import org.webinararchiver.download.web.LoopbackWeb;
import org.webinararchiver.platform.budget.WorkerConnectionBudget;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.Simulator;

/** How many connections the requests of a twin have, and when they have none. */
class TwinConnectionsTest extends TwinUnderTest {
    @Test
    void piecesComeSideBySideAndAreStoredInOrder() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var usual = new WorkerConnectionBudget(BudgetRule.DEFAULT);
            var web = new LastPieceFirst(LoopbackWeb.open(), "/0.m4s", "/1.m4s");

            var runs = stored(fetch(web, request(platform, meeting, false), usual, Limits.WIDE));

            assertAre(runs, TwinPart.of(take(meeting), TwinSpec.USUAL, TwinPart.Stream.PICTURE));
        }
    }

    /** Answers the earlier one of two requests only when the later one has been read to its end. */
    private record LastPieceFirst(Web web, String earlier, String later, CountDownLatch laterIsRead) implements Web {
        LastPieceFirst(Web web, String earlier, String later) {
            this(web, earlier, later, new CountDownLatch(1));
        }

        @Override
        public WebAnswer get(WebRequest request) throws IOException {
            var path = request.uri().getPath();
            if (path.endsWith(earlier)) {
                awaitLater();
            }
            var answer = web.get(request);
            return path.endsWith(later)
                    ? new WebAnswer(answer.status(), answer.headers(), telling(answer.body()))
                    : answer;
        }

        private void awaitLater() throws IOException {
            try {
                assertThat(laterIsRead.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("nobody waits any more");
            }
        }

        private InputStream telling(InputStream body) {
            return new FilterInputStream(body) {
                @Override
                public void close() throws IOException {
                    super.close();
                    laterIsRead.countDown();
                }
            };
        }
    }

    @Test
    void noMorePiecesComeAtOnceThanTheBudgetHasConnections() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            platform.connections().limit(1);

            stored(fetch(LoopbackWeb.open(), request(platform, meeting, true)));

            assertThat(platform.connections().resets()).isZero();
        }
    }

    @Test
    void aHostThatRestsForLongAfterItWasAskedWasTriedAndIsNotAskedBefore() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            platform.disturbTwin(take(meeting), new Fault.BusyFirst(1, 90));
            assertThat(failureOf(fetch(LoopbackWeb.open(), request(platform, meeting, false))))
                    .isInstanceOfSatisfying(Failure.Retryable.class, busy -> {
                        assertThat(busy.reason()).isEqualTo("origin-busy");
                        assertThat(busy.pause()).isGreaterThan(Duration.ofSeconds(80));
                    });
            assertThat(failureOf(fetch(LoopbackWeb.open(), request(platform, meeting, false))))
                    .isInstanceOfSatisfying(Failure.NotNow.class, rests -> {
                        assertThat(rests.reason()).isEqualTo("origin-rests");
                        assertThat(rests.pause()).isGreaterThan(Duration.ofSeconds(80));
                    });
            assertThat(platform.requests().countTwin(take(meeting))).isEqualTo(1);
        }
    }

    @Test
    void whoIsStoppedWhileItWaitsForAConnectionAsksForNothing() throws Exception {
        var pages = new Pages();
        try (var occupied = budget.acquire("delivery.example", Duration.ZERO)) {
            Thread.currentThread().interrupt();
            assertThatIllegalStateException()
                    .isThrownBy(() -> fetch(pages, request("https://delivery.example/playlist.m3u8")))
                    .withCauseInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
        assertThat(pages.requests("/playlist.m3u8")).isZero();
    }
}
