package org.webinararchiver.download;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.webinararchiver.download.fetch.FetchHandler;
import org.webinararchiver.download.plan.PlanHandler;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.task.TaskWorker;
import org.webinararchiver.platform.task.TaskWorkers;

/** The role: plans recordings and fetches their segments, woken by messages whatever they say. */
@ApplicationScoped
public class DownloadWorker {
    private final TaskWorker plans;
    private final TaskWorker fetches;
    private final ConnectionBudget budget;

    public DownloadWorker(
            TaskWorkers workers,
            DownloadSettings settings,
            PlanHandler plan,
            FetchHandler fetch,
            ConnectionBudget budget) {
        this.plans = workers.of(plan, settings.plans());
        this.fetches = workers.of(fetch, settings.batches());
        this.budget = budget;
    }

    void start(@Observes StartupEvent event) {
        plans.start();
        fetches.start();
    }

    void stop(@Observes ShutdownEvent event) {
        plans.close();
        fetches.close();
        budget.close();
    }

    @Incoming("plan-wakeups")
    @Blocking(ordered = false)
    void planIsDue(Object whatever) {
        plans.wake();
    }

    @Incoming("fetch-wakeups")
    @Blocking(ordered = false)
    void fetchIsDue(Object whatever) {
        fetches.wake();
    }
}
