package org.webinararchiver.platform.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.platform.budget.ConnectionBudget.Permit;

class WorkerConnectionBudgetTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration SETTLE = Duration.ofMillis(50);
    private final WorkerConnectionBudget budget =
            new WorkerConnectionBudget(new BudgetRule(4, 8, SETTLE, Duration.ofSeconds(1)));

    @Test
    void aRefusalHalvesWhatThereIsForItsHostAlone() throws InterruptedException, OriginRests {
        assertThat(mostAtOnce("busy")).isEqualTo(4);
        try (var permit = budget.acquire("busy", PATIENCE)) {
            permit.refused(Optional.empty());
            permit.refused(Optional.empty());
            permit.succeeded();
        }
        assertThat(mostAtOnce("busy")).isEqualTo(2);
        assertThat(mostAtOnce("other")).isEqualTo(4);
    }

    @Test
    void successesCountOnlyWhileAllConnectionsAreInUse() throws InterruptedException, OriginRests {
        for (int count = 0; count < 100; count++) {
            try (var permit = budget.acquire("host", PATIENCE)) {
                permit.succeeded();
            }
        }
        assertThat(mostAtOnce("host")).isEqualTo(4);
        var others = new ArrayList<Permit>();
        for (int count = 0; count < 3; count++) {
            others.add(budget.acquire("host", PATIENCE));
        }
        for (int count = 0; count < 16; count++) {
            try (var permit = budget.acquire("host", PATIENCE)) {
                permit.succeeded();
            }
        }
        others.forEach(Permit::close);
        assertThat(mostAtOnce("host")).isEqualTo(5);
    }

    @Test
    void aPermitThatIsClosedTwiceFreesOnePlace() throws InterruptedException, OriginRests {
        var permit = budget.acquire("host", PATIENCE);
        permit.close();
        permit.close();
        assertThat(mostAtOnce("host")).isEqualTo(4);
    }

    /** Lets many wait, and counts how many of them get a permit without one being closed. */
    private int mostAtOnce(String host) throws InterruptedException, OriginRests {
        var inside = new AtomicInteger();
        var permits = new ArrayList<Permit>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < 12; count++) {
                threads.submit(() -> {
                    var permit = budget.acquire(host, PATIENCE);
                    synchronized (permits) {
                        permits.add(permit);
                    }
                    return inside.incrementAndGet();
                });
            }
            await().during(SETTLE.multipliedBy(4)).until(() -> inside.get() > 0);
            threads.shutdownNow();
        }
        permits.forEach(Permit::close);
        return inside.get();
    }
}
