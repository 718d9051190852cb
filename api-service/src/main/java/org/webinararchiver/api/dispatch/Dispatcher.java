package org.webinararchiver.api.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.task.Announcements;
import org.webinararchiver.platform.task.Ripening;
import org.webinararchiver.platform.task.TaskBell;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.platform.task.WakeUp;

/**
 * Tells the workers what is due: at once when a task was added, and otherwise after a look every now and then. Any
 * number of dispatchers may run: each announces other tasks. A wake-up that is lost costs the few seconds until a
 * worker looks by itself.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Ripening ripening;
    private final Announcements announcements;
    private final WakeUpPublisher publisher;
    private final Transactions transactions;
    private final TaskBell bell;
    private final DispatchSettings settings;
    private final Thread rounds =
            Thread.ofPlatform().daemon().name("dispatcher").unstarted(this::goRound);

    public Dispatcher(
            Ripening ripening,
            Announcements announcements,
            WakeUpPublisher publisher,
            Transactions transactions,
            TaskBell bell,
            DispatchSettings settings) {
        this.ripening = ripening;
        this.announcements = announcements;
        this.publisher = publisher;
        this.transactions = transactions;
        this.bell = bell;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        bell.close();
        rounds.interrupt();
    }

    private void goRound() {
        try {
            do {
                if (!announce()) {
                    Thread.sleep(settings.pauseAfterFailure());
                }
            } while (bell.await(settings.interval()));
        } catch (InterruptedException stopped) {
            LOG.debug("the dispatcher was stopped");
        }
    }

    /** Answers whether all could be told that are to be. */
    private boolean announce() {
        try {
            transactions.run(ripening::ripen);
            publish(transactions.call(() -> announcements.next(settings.depth(), settings.again())));
            return true;
        } catch (DatabaseAway e) {
            LOG.debug("nothing is announced while the database is away", e); // which was said already
        } catch (RuntimeException e) {
            LOG.warnf("due tasks could not be announced, workers will find them by themselves: %s", e.getMessage());
            LOG.debug("the whole failure", e);
        }
        return false;
    }

    /** The first goes alone: when the broker is away there is no use in trying it with all of them. */
    private void publish(List<WakeUp> wakeUps) {
        if (wakeUps.isEmpty()) {
            return;
        }
        var others = wakeUps.subList(1, wakeUps.size());
        var brokerIsThere = publisher.publish(wakeUps.subList(0, 1)).isEmpty();
        var untold = brokerIsThere ? publisher.publish(others) : others;
        if (!untold.isEmpty()) {
            transactions.run(() -> announcements.takeBack(untold));
        }
        if (!brokerIsThere || !untold.isEmpty()) {
            throw new IllegalStateException("the broker did not confirm them in time");
        }
    }
}
