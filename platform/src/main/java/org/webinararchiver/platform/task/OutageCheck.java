package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A process whose workers wait for one of our own servers is not ready, and says for which and what may help. */
@Readiness
@ApplicationScoped
public class OutageCheck implements HealthCheck {
    private final TaskWorkers workers;

    public OutageCheck(TaskWorkers workers) {
        this.workers = workers;
    }

    @Override
    public HealthCheckResponse call() {
        var outages = workers.outages();
        var response = HealthCheckResponse.named("Our own servers").status(outages.isEmpty());
        outages.forEach((kind, outage) ->
                response.withData(kind.name().toLowerCase(Locale.ROOT), outage.message() + ". " + outage.advice()));
        return response.build();
    }
}
