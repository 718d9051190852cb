package org.webinararchiver.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.platform.time.SteadyTime;

/** Whether this process and the database hear each other. Says so in the log once an outage, not once a statement. */
@ApplicationScoped
public class DatabaseContact {
    private static final Logger LOG = Logger.getLogger(DatabaseContact.class);

    private final InstantSource time = new SteadyTime();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Instant heldSince = Instant.MIN;

    /** A transaction failed for this. */
    public void lost(DatabaseAway why) {
        if (away.compareAndSet(false, true)) {
            var level = why.failure().remedy() == Remedy.OPERATOR ? Logger.Level.ERROR : Logger.Level.WARN;
            LOG.logf(level, "%s. %s", why.getMessage(), why.failure().advice());
            LOG.debug("the whole failure", why);
        }
    }

    /** A transaction was committed. */
    public void held() {
        if (away.get()) {
            heldSince = time.instant();
            if (away.compareAndSet(true, false)) {
                LOG.info("The database is back");
            }
        }
    }

    /**
     * Whether there was no outage for so long. Who was cut off cannot tell whether others are silent: they may have
     * been cut off too.
     */
    public boolean hasHeldFor(Duration span) {
        return !away.get() && !heldSince.isAfter(time.instant().minus(span));
    }
}
