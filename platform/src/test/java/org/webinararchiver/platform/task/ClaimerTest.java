package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.TaskState;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.database.DatabaseContact;

@PlatformTest
class ClaimerTest {
    private static final int ASKING = 8;
    private static final RuntimeException BROKEN = new IllegalStateException(new SQLException("it broke", "08006"));

    @Inject
    TaskBench bench;

    @Inject
    TaskClaims claims;

    @Inject
    TaskLedger ledger;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    /** A connection that breaks when the server has committed, before we hear of it. */
    private static final class UnansweredCommits extends Transactions {
        private boolean answers;

        UnansweredCommits() {
            super(new DatabaseContact());
        }

        @Override
        public <T> T call(Supplier<T> work) {
            var result = super.call(work);
            if (!answers) {
                throw DatabaseAway.in(BROKEN).orElseThrow();
            }
            return result;
        }
    }

    @Test
    void aTaskThatWasTakenWithoutOurHearingOfItIsGivenBackAndThatWasNoAttempt() {
        bench.clear();
        var task = bench.add(bench.recordingOf("anna"), TaskKind.FETCH);
        var transactions = new UnansweredCommits();
        var claimer = new Claimer(TaskKind.FETCH, claims, ledger, transactions, TaskBench.LONG);
        assertThatExceptionOfType(DatabaseAway.class).isThrownBy(claimer::claim);
        assertThat(bench.find(task).state()).isEqualTo(TaskState.LEASED);

        transactions.answers = true;
        claimer.giveBackUnanswered();

        assertThat(bench.find(task).state()).isEqualTo(TaskState.WAITING);
        assertThat(bench.find(task).attempts()).isZero();
    }

    @Test
    void whatWasAnsweredIsKept() {
        bench.clear();
        var task = bench.add(bench.recordingOf("anna"), TaskKind.FETCH);
        var transactions = new UnansweredCommits();
        transactions.answers = true;
        var claimer = new Claimer(TaskKind.FETCH, claims, ledger, transactions, TaskBench.LONG);
        assertThat(claimer.claim()).isPresent();
        claimer.giveBackUnanswered();
        assertThat(bench.find(task).state()).isEqualTo(TaskState.LEASED);
    }

    @Test
    void thoseWhoAskWhileAClaimIsUnderWayAreServedTogether() {
        bench.clear();
        var recording = bench.recordingOf("anna");
        for (int number = 0; number < ASKING; number++) {
            bench.add(recording, TaskKind.FETCH);
        }
        var claimer = new Claimer(TaskKind.FETCH, claims, ledger, transactions, TaskBench.LONG);
        var served = ConcurrentHashMap.<UUID>newKeySet();

        QuarkusTransaction.begin();
        database.createNativeQuery("lock table task in exclusive mode").executeUpdate();
        var asking = new ArrayList<Thread>();
        for (int number = 0; number < ASKING; number++) {
            asking.add(Thread.ofPlatform()
                    .start(() -> served.add(claimer.claim().orElseThrow().id())));
        }
        await().until(() -> asking.stream()
                        .filter(one -> one.getState() == Thread.State.WAITING)
                        .count()
                == ASKING - 1);
        QuarkusTransaction.rollback();
        await().until(() -> asking.stream().noneMatch(Thread::isAlive));

        assertThat(served).hasSize(ASKING);
        assertThat(claimsMade()).isEqualTo(2);
    }

    private long claimsMade() {
        return transactions.call(
                () -> ((Number) database.createNativeQuery("select count(distinct lease_holder) from task")
                                .getSingleResult())
                        .longValue());
    }
}
