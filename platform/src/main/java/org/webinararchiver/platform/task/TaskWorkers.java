package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.webinararchiver.core.failure.Failure.OurOutage;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.room.Room;

/** Makes workers for whatever a role knows how to do. */
@ApplicationScoped
public class TaskWorkers {
    private final TaskLedger ledger;
    private final TaskClaims claims;
    private final Ripening ripening;
    private final TaskEndings endings;
    private final Transactions transactions;
    private final TaskSettings settings;
    private final Room room;
    private final AttemptWatch watch;
    private final List<TaskWorker> made = new CopyOnWriteArrayList<>();

    public TaskWorkers(
            TaskLedger ledger,
            TaskClaims claims,
            Ripening ripening,
            TaskEndings endings,
            Transactions transactions,
            TaskSettings settings,
            Room room,
            AttemptWatch watch) {
        this.ledger = ledger;
        this.claims = claims;
        this.ripening = ripening;
        this.endings = endings;
        this.transactions = transactions;
        this.settings = settings;
        this.room = room;
        this.watch = watch;
    }

    /**
     * A worker that is yet to be started.
     *
     * @param atOnce how many tasks it does side by side, 1 or more
     */
    public TaskWorker of(TaskHandler handler, int atOnce) {
        var worker = new TaskWorker(
                new RoomyHandler(handler, room),
                atOnce,
                ledger,
                claims,
                ripening,
                endings,
                transactions,
                settings,
                watch);
        made.add(worker);
        return worker;
    }

    /** What keeps which workers of this process from their work. */
    Map<TaskKind, OurOutage> outages() {
        return made.stream()
                .flatMap(worker -> worker.outage().stream().map(outage -> Map.entry(worker.kind(), outage)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }
}
