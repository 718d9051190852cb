package org.webinararchiver.download.organisation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.fetch.BudgetedWeb;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.organisation.OrganisationLooks;
import org.webinararchiver.platform.organisation.OrganisationSettings;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.sources.mtslink.MtsLinkSource;
import org.webinararchiver.sources.mtslink.organisation.OrganisationApi;

/**
 * Has the lists looked at that are due. Each worker does so, beside its tasks, since it is the role that may ask the
 * world outside; an organisation is looked at by one of them at a time.
 */
@ApplicationScoped
public class OrganisationRounds {
    private static final Logger LOG = Logger.getLogger(OrganisationRounds.class);

    /** To write that a look was given back. */
    private static final Duration END = Duration.ofSeconds(5);

    private final Looker looker;
    private final Duration poll;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("organisations").factory());

    public OrganisationRounds(
            Sources sources,
            Web web,
            ConnectionBudget budget,
            DownloadSettings download,
            OrganisationLooks looks,
            Transactions transactions,
            OrganisationSettings settings) {
        var api = new OrganisationApi(sources.named(MtsLinkSource.NAME)::recognise, Clock.systemUTC());
        var withinBudget = new BudgetedWeb(web, budget, download.connections().patience(), download.file());
        var pages = new TimedPages(api, withinBudget, settings.page());
        this.looker = new Looker("download-worker-" + UUID.randomUUID(), looks, pages, transactions, settings);
        this.poll = settings.poll();
    }

    void start(@Observes StartupEvent event) {
        clockwork.scheduleWithFixedDelay(this::round, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        clockwork.shutdownNow();
        if (!clockwork.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.info("a look at an organisation's list is left to another worker");
        }
    }

    private void round() {
        try {
            while (!Thread.currentThread().isInterrupted() && looker.look()) {
                LOG.debug("a look is over");
            }
        } catch (DatabaseAway e) {
            LOG.debugf("no list is looked at for a while: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("no look could be taken, it is tried again", e);
        }
    }
}
