package org.webinararchiver.api.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.standing.Backlog;
import org.webinararchiver.platform.task.Transactions;

/**
 * Tells how much work is waiting, for people, alerts and whoever starts workers. Every API service tells the same, for
 * all read it from the database.
 */
@ApplicationScoped
public class BacklogMeters {
    private static final Logger LOG = Logger.getLogger(BacklogMeters.class);

    private final Backlog backlog;
    private final Transactions transactions;
    private final TelemetrySettings settings;
    private final MultiGauge due;
    private final MultiGauge age;
    private final MultiGauge leased;
    private final MultiGauge budgets;
    private final MultiGauge recordings;
    private final MultiGauge storeFull;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backlog").factory());

    public BacklogMeters(
            Backlog backlog, Transactions transactions, TelemetrySettings settings, MeterRegistry registry) {
        this.backlog = backlog;
        this.transactions = transactions;
        this.settings = settings;
        this.due = gauge(registry, "archiver.tasks.due", "Tasks that may be begun now, up to " + Backlog.MOST);
        this.age = MultiGauge.builder("archiver.tasks.due.age")
                .description("For how long a task has been due that nobody has begun")
                .baseUnit("seconds")
                .register(registry);
        this.leased = gauge(registry, "archiver.tasks.leased", "Tasks that a worker has");
        this.budgets = gauge(registry, "archiver.budget.connections", "Connections that may be open at once");
        this.recordings = gauge(registry, "archiver.recordings", "Recordings by how they stand");
        this.storeFull = gauge(registry, "archiver.store.full", "Workers that the object store has no room for");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    void start(@Observes StartupEvent event) {
        var interval = settings.backlogInterval().toMillis();
        clockwork.scheduleWithFixedDelay(this::guarded, 0, interval, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void guarded() {
        try {
            transactions.run(this::look);
        } catch (DatabaseAway e) {
            LOG.debug("the backlog is not known; its last figures stay", e); // which was said already
        } catch (RuntimeException e) {
            LOG.warnf("the backlog is not known; its last figures stay: %s", e.getMessage());
        }
    }

    private void look() {
        var ofKinds = backlog.tasks();
        var dueRows = new ArrayList<Row<?>>();
        var ageRows = new ArrayList<Row<?>>();
        var leasedRows = new ArrayList<Row<?>>();
        ofKinds.forEach((kind, tasks) -> {
            var tags = Tags.of("kind", word(kind));
            dueRows.add(Row.of(tags, tasks.due()));
            ageRows.add(Row.of(tags, tasks.age().toMillis() / 1000.0));
            leasedRows.add(Row.of(tags, tasks.leased()));
        });
        due.register(dueRows, true);
        age.register(ageRows, true);
        leased.register(leasedRows, true);
        budgets.register(rows("host", backlog.budgets()), true);
        recordings.register(states(backlog.recordings()), true);
        storeFull.register(List.of(Row.of(Tags.empty(), backlog.workersWithoutRoom())), true);
    }

    private static List<Row<?>> rows(String label, Map<String, Double> numbers) {
        var rows = new ArrayList<Row<?>>();
        numbers.forEach((name, number) -> rows.add(Row.of(Tags.of(label, name), number)));
        return rows;
    }

    /** All of them: a state that no recording has any more is zero, not absent. */
    private static List<Row<?>> states(Map<String, Double> numbers) {
        var rows = new ArrayList<Row<?>>();
        for (var state : RecordingState.values()) {
            rows.add(Row.of(Tags.of("state", word(state)), numbers.getOrDefault(state.name(), 0.0)));
        }
        return rows;
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
