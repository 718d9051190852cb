package org.webinararchiver.api.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.task.Announcements;
import org.webinararchiver.platform.task.Ripening;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.platform.task.WakeUp;

/**
 * Tells the workers what is due. Any number of dispatchers may run: each announces other tasks. A wake-up that is lost
 * costs the few seconds until a worker looks by itself.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Ripening ripening;
    private final Announcements announcements;
    private final WakeUpPublisher publisher;
    private final Transactions transactions;
    private final DispatchSettings settings;
    private final Clock clock = Clock.systemUTC();
    private Instant quietUntil = Instant.EPOCH;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dispatcher").factory());

    public Dispatcher(
            Ripening ripening,
            Announcements announcements,
            WakeUpPublisher publisher,
            Transactions transactions,
            DispatchSettings settings) {
        this.ripening = ripening;
        this.announcements = announcements;
        this.publisher = publisher;
        this.transactions = transactions;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        clockwork.scheduleWithFixedDelay(this::announce, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void announce() {
        if (clock.instant().isBefore(quietUntil)) {
            return;
        }
        try {
            transactions.run(ripening::ripen);
            publish(transactions.call(() -> announcements.next(settings.atOnce(), settings.again())));
        } catch (RuntimeException e) {
            quietUntil = clock.instant().plus(settings.pauseAfterFailure());
            LOG.warnf("due tasks could not be announced, workers will find them by themselves: %s", e.getMessage());
            LOG.debug("the whole failure", e);
        }
    }

    /** When the broker is away there is no use in trying it for all of them. */
    private void publish(List<WakeUp> wakeUps) {
        for (int next = 0; next < wakeUps.size(); next++) {
            try {
                publisher.publish(wakeUps.get(next));
            } catch (RuntimeException e) {
                takeBack(wakeUps.subList(next + 1, wakeUps.size()));
                throw e;
            }
        }
    }

    private void takeBack(List<WakeUp> untold) {
        if (!untold.isEmpty()) {
            transactions.run(() -> announcements.takeBack(untold));
        }
    }
}
