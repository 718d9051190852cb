package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.pipeline.UnderWay;
import org.webinararchiver.platform.task.Pauses.Scope;
import org.webinararchiver.platform.task.TaskFolding.Place;

/**
 * What every service does again and again costs the same however many tasks wait, rest or have ended: nothing reads a
 * large table from end to end, and what is looked at is bounded. Bounds are counts of entries and of pages of 8 KB,
 * well above what was counted and far below what a table holds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrowdContract {
    private static final Logger LOG = Logger.getLogger(CrowdContract.class);
    private static final Duration LONG = Duration.ofHours(12);
    private static final Duration OVER = Duration.ofMillis(-1);
    private static final int FEW = 200;
    private static final int KINDS = TaskKind.values().length;
    private static final int MEASURED_ONE_IN = 20;

    /** A database of its own, in which nobody folds or ripens meanwhile, and which may take its time to be filled. */
    public static final class NothingElseHappens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "archiver.reconciler.interval",
                    "PT24H",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout",
                    "0");
        }
    }

    @Inject
    ReadMeter meter;

    @Inject
    DataSource source;

    @Inject
    Transactions transactions;

    @Inject
    TaskClaims claims;

    @Inject
    TaskLedger ledger;

    @Inject
    Ripening ripening;

    @Inject
    Announcements announcements;

    @Inject
    Pauses pauses;

    @Inject
    TaskFolding folding;

    @Inject
    UnderWay underWay;

    @Inject
    Recordings recordings;

    @Inject
    Segments segments;

    @Inject
    Intake intake;

    abstract Crowd crowd();

    abstract int claimsInARow();

    @BeforeAll
    void fill() {
        crowd().fill(source);
    }

    @Test
    void aClaimReadsAFewPages() {
        for (var kind : TaskKind.values()) {
            assertBounded("claiming a " + kind, meter.most(() -> claim(kind)), 60, FEW);
        }
    }

    @Test
    void aClaimStaysCheapAfterManyOthers() {
        for (var kind : List.of(TaskKind.FETCH, TaskKind.COMPILE)) {
            assertBounded("the dearest of many claims of a " + kind, dearestOfMany(kind), 60, FEW);
        }
        Crowd.vacuum(source);
    }

    /** A backup, for example. What was claimed since it began stays in the indexes until it ends. */
    @Test
    void aClaimStaysAffordableWhileAnOldTransactionKeepsVacuumAway() throws SQLException {
        try (var old = oldTransaction()) {
            for (var kind : List.of(TaskKind.FETCH, TaskKind.COMPILE)) {
                assertBounded(
                        "the dearest of many claims of a " + kind + " beside an old transaction",
                        dearestOfMany(kind),
                        60 + claimsInARow() / 10,
                        200 + claimsInARow());
            }
            old.rollback();
        }
        Crowd.vacuum(source);
        assertBounded("a claim after the old transaction", meter.most(() -> claim(TaskKind.FETCH)), 60, FEW);
    }

    /** Of those that are measured: the first, some, and the last. */
    private Reads dearestOfMany(TaskKind kind) {
        var dearest = meter.once(() -> claim(kind));
        LOG.infof("the first claim of a %s: %s", kind, dearest);
        var last = dearest;
        for (int number = 2; number <= claimsInARow(); number++) {
            if (number % MEASURED_ONE_IN == 0) {
                last = meter.once(() -> claim(kind));
                dearest = last.buffers() > dearest.buffers() ? last : dearest;
            } else {
                transactions.run(() -> claim(kind));
            }
        }
        LOG.infof("claim %d of a %s: %s", claimsInARow(), kind, last);
        return dearest;
    }

    private Connection oldTransaction() throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("select count(*) from pause");
        }
        return connection;
    }

    @Test
    void whatRestsIsNotReadBeforeItsTime() {
        ripenAll();
        assertBounded("ripening when nothing is ripe", meter.most(ripening::ripen), 10, 60);
    }

    @Test
    void whatIsRipeIsReadAlone() {
        ripenAll();
        var leased = claimed(FEW);
        transactions.run(() ->
                leased.forEach(task -> ledger.apply(task.id(), new Transition.HandBack(task.fence(), Duration.ZERO))));
        assertBounded("ripening " + FEW, meter.most(ripening::ripen), 5 * FEW, 100 * FEW);
    }

    @Test
    void whatAPauseHoldsIsReadWhenItBeginsAndEndsAndNotBetween() {
        ripenAll();
        var owner = new Scope.OfOwner(Crowd.OWNER_OF_MANY);
        QuarkusTransaction.begin();
        try {
            assertUnscanned("pausing an owner of many", meter.during(() -> pauses.pause(owner)));
            assertBounded("ripening beside a pause of many", meter.during(ripening::ripen), 20, 60);
            assertUnscanned("resuming an owner of many", meter.during(() -> pauses.resume(owner)));
        } finally {
            QuarkusTransaction.rollback();
        }
        Crowd.vacuum(source);
    }

    @Test
    void aPauseOfLittleReadsLittle() {
        for (var scope : List.of(new Scope.OfOwner("owner 7"), new Scope.OfRecording(crowd().recordingOfMany(7)))) {
            assertBounded("pausing " + scope, meter.most(() -> pauses.pause(scope)), 2_000, 5_000);
            transactions.run(() -> pauses.pause(scope));
            assertBounded("resuming " + scope, meter.most(() -> pauses.resume(scope)), 2_000, 5_000);
            transactions.run(() -> pauses.resume(scope));
        }
    }

    @Test
    void ofWhatWasAnnouncedLatelyNoMoreIsReadThanTheQueuesMayHold() {
        announceAll();
        int held = KINDS * FEW;
        assertBounded(
                "announcing when all is announced",
                meter.most(() -> announcements.next(FEW, LONG)),
                held + 10,
                held + 60);
    }

    @Test
    void whatIsAnnouncedIsReadAlone() {
        announceAll();
        int most = KINDS * FEW;
        assertBounded("announcing " + FEW, meter.most(() -> announcements.next(FEW, OVER)), 5 * most, 100 * most);
        var told = transactions.call(() -> announcements.next(FEW, OVER));
        assertThat(told).hasSizeBetween(FEW, most);
        assertBounded("taking them back", meter.most(() -> announcements.takeBack(told)), 5 * most, 100 * most);
    }

    @Test
    void whatHappensToATaskReadsThatTask() {
        var task = claimed(1).getFirst();
        var fence = task.fence();
        assertBounded("a heartbeat", meter.most(() -> ledger.extend(task, LONG, 0.5)), 10, FEW);
        assertBounded("holding", meter.most(() -> ledger.mustHold(task)), 10, FEW);
        for (var transition : List.of(
                new Transition.Succeed(fence),
                new Transition.GiveUp(fence),
                new Transition.Rest(fence, LONG),
                new Transition.HandBack(fence, Duration.ZERO),
                new Transition.Cancel())) {
            assertBounded("the ending " + transition, meter.most(() -> ledger.apply(task.id(), transition)), 10, FEW);
        }
        assertBounded(
                "adding a task",
                meter.most(() -> ledger.add(UUID.randomUUID(), task.recording(), TaskKind.FETCH)),
                10,
                FEW);
    }

    @Test
    void whatARecordingIsAskedForReadsThatRecording() {
        var recording = crowd().recordingOfMany(11);
        assertBounded("locking", meter.most(() -> recordings.locked(recording)), 10, FEW);
        assertBounded("counting open", meter.most(() -> ledger.open(recording, TaskKind.FETCH)), 200, 500);
        assertBounded("reading progress", meter.most(() -> ledger.progress(recording, TaskKind.COMPILE)), 10, FEW);
        assertBounded("counting segments", meter.most(() -> segments.progress(recording)), 200, 500);
        assertBounded(
                "reading a batch",
                meter.most(() -> segments.wantedBy(claimed(1).getFirst().id())),
                50,
                500);
        assertBounded("cancelling all", meter.most(() -> ledger.cancelOpen(recording)), 2_000, 10_000);
        assertBounded(
                "beginning again", meter.most(() -> ledger.restartFailed(crowd().lastEndedRecording())), 500, 2_000);
        assertBounded("submitting", meter.most(() -> intake.submit("owner 7", Samples.link())), 20, FEW);
    }

    @Test
    void lookingForWhatIsStuckReadsAPageAtATime() {
        var reads = meter.most(() -> underWay.after(UnderWay.START));
        assertBounded("looking at a page of recordings", reads, 10 * UnderWay.PAGE, 12 * UnderWay.PAGE);
    }

    @Test
    void aBatchThatIsFoldedIsBounded() {
        assertBounded(
                "folding a batch",
                meter.most(() -> folding.fold(LONG, Place.START)),
                5 * TaskFolding.AT_ONCE,
                50 * TaskFolding.AT_ONCE);
        var ages = Duration.ofDays(100_000);
        assertBounded("folding when nothing is old enough", meter.most(() -> folding.fold(ages, Place.START)), 10, 60);
    }

    /** What other tests made ready or took back. */
    private void announceAll() {
        transactions.run(() -> announcements.next(Integer.MAX_VALUE, LONG));
        Crowd.vacuum(source);
    }

    private void ripenAll() {
        while (transactions.call(ripening::ripen) > 0) {
            LOG.debug("ripened some");
        }
        Crowd.vacuum(source);
    }

    private List<ClaimedTask> claimed(int count) {
        return transactions.call(
                () -> Stream.generate(() -> claim(TaskKind.FETCH)).limit(count).toList());
    }

    private ClaimedTask claim(TaskKind kind) {
        return claims.claim(kind, "worker", LONG).orElseThrow();
    }

    private static void assertBounded(String what, Reads reads, long entries, long buffers) {
        assertUnscanned(what, reads);
        assertThat(reads.entries()).as("entries met by %s: %s", what, reads).isLessThanOrEqualTo(entries);
        assertThat(reads.buffers()).as("pages read by %s: %s", what, reads).isLessThanOrEqualTo(buffers);
    }

    private static void assertUnscanned(String what, Reads reads) {
        LOG.infof("%s: %s", what, reads);
        assertThat(reads.scanned())
                .as("read from end to end by %s: %s", what, reads)
                .isEmpty();
    }
}
