package org.webinararchiver.api.housekeeping;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.webinararchiver.api.audit.AuditRetention;
import org.webinararchiver.api.audit.AuditSettings;
import org.webinararchiver.platform.database.OneOfAll;
import org.webinararchiver.platform.database.OneOfAll.Duty;
import org.webinararchiver.platform.retention.OrphanSettings;
import org.webinararchiver.platform.retention.Orphans;
import org.webinararchiver.platform.retention.Retention;
import org.webinararchiver.platform.retention.RetentionSettings;

/** Has removed now and then what is too old and what nothing points to; of all API services one does it at a time. */
@ApplicationScoped
public class Housekeeping {
    /** Services are often started in order to do something else first. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Retention retention;
    private final RetentionSettings kept;
    private final Orphans orphans;
    private final OrphanSettings collected;
    private final AuditRetention audit;
    private final AuditSettings audited;
    private final OneOfAll oneOfAll;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    public Housekeeping(
            Retention retention,
            RetentionSettings kept,
            Orphans orphans,
            OrphanSettings collected,
            AuditRetention audit,
            AuditSettings audited,
            OneOfAll oneOfAll) {
        this.audit = audit;
        this.audited = audited;
        this.retention = retention;
        this.kept = kept;
        this.orphans = orphans;
        this.collected = collected;
        this.oneOfAll = oneOfAll;
    }

    void start(@Observes StartupEvent event) {
        every(kept.look(), Duty.RETENTION, () -> retention.look(kept));
        every(collected.look(), Duty.ORPHANS, () -> orphans.collect(collected));
        every(audited.look(), Duty.AUDIT, () -> audit.look(audited.keep()));
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void every(Duration interval, Duty duty, OneOfAll.Work<Exception> work) {
        var first = interval.compareTo(FIRST_LOOK) < 0 ? interval : FIRST_LOOK;
        clockwork.scheduleWithFixedDelay(
                () -> guarded(duty, work), first.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails is told and tried again the next time. */
    private void guarded(Duty duty, OneOfAll.Work<Exception> work) {
        try {
            oneOfAll.run(duty, work);
        } catch (Exception e) {
            LOG.warnf("%s: it is tried again later: %s", duty, e.getMessage());
            LOG.debug("the whole failure", e);
        }
    }
}
