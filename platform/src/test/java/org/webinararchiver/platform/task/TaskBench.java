package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.task.Task;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;

/** Short ways for tests to work with tasks, each in a transaction of its own. */
@ApplicationScoped
public class TaskBench {
    static final Duration LONG = Duration.ofHours(1);
    static final Duration OVER = Duration.ofMillis(-1);

    private final TaskLedger ledger;
    private final TaskClaims claims;
    private final Ripening ripening;
    private final Announcements announcements;
    private final Recordings recordings;
    private final Transactions transactions;

    TaskBench(
            TaskLedger ledger,
            TaskClaims claims,
            Ripening ripening,
            Announcements announcements,
            Recordings recordings,
            Transactions transactions) {
        this.ledger = ledger;
        this.claims = claims;
        this.ripening = ripening;
        this.announcements = announcements;
        this.recordings = recordings;
        this.transactions = transactions;
    }

    void clear() {
        transactions.run(() -> {
            sql("delete from recording");
            sql("delete from pause");
            sql("delete from owner_turn");
            sql("delete from recording_turn");
        });
    }

    private void sql(String statement) {
        recordings.getEntityManager().createNativeQuery(statement).executeUpdate();
    }

    UUID recordingOf(String owner) {
        return transactions.call(() -> {
            var made = new Recording(UUID.randomUUID(), owner, Samples.link().link());
            recordings.persistAndFlush(made);
            return made.id();
        });
    }

    UUID add(UUID recording, TaskKind kind) {
        var id = UUID.randomUUID();
        transactions.run(() -> ledger.add(id, recording, kind));
        return id;
    }

    Optional<ClaimedTask> claim(TaskKind kind, Duration lease) {
        return transactions.call(() -> claims.claim(kind, "worker", lease));
    }

    List<ClaimedTask> claim(TaskKind kind, int atMost) {
        return transactions.call(() -> claimHere(kind, atMost));
    }

    /** In the caller's transaction. */
    List<ClaimedTask> claimHere(TaskKind kind, int atMost) {
        return claims.claim(kind, "worker", LONG, atMost);
    }

    Optional<ClaimedTask> claim(TaskKind kind) {
        return claim(kind, LONG);
    }

    Task apply(UUID task, Transition transition) {
        return transactions.call(() -> ledger.apply(task, transition));
    }

    int ripen() {
        return transactions.call(ripening::ripen);
    }

    List<WakeUp> announce(Duration again) {
        return transactions.call(() -> announcements.next(1000, again));
    }

    Task find(UUID id) {
        return transactions.call(() ->
                TaskRow.locked(recordings.getEntityManager(), id).orElseThrow().task());
    }
}
