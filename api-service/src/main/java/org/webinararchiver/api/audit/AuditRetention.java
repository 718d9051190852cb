package org.webinararchiver.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Removes entries of the audit log for their age, and what was counted for quotas of days gone by. */
@ApplicationScoped
public class AuditRetention {
    private static final int AT_ONCE = 5000;
    private static final Duration LEAST = Duration.ofDays(1);
    private static final Logger LOG = Logger.getLogger(AuditRetention.class);

    private final DataSource database;

    public AuditRetention(DataSource database) {
        this.database = database;
    }

    /** Removes what is older than this, or than a day, whichever is more. */
    public void look(Duration kept) throws SQLException {
        var age = kept.compareTo(LEAST) < 0 ? LEAST : kept;
        long removed = 0;
        int some;
        do {
            some = remove(age);
            removed += some;
        } while (some == AT_ONCE);
        if (removed > 0) {
            LOG.infof("%d entries of the audit log were removed, after %s", removed, age);
        }
        forgetDays();
    }

    private int remove(Duration age) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        delete from audit_entry where id in (
                            select id from audit_entry where at < clock_timestamp() - make_interval(secs => ?)
                             order by at limit ?)
                        """)) {
            statement.setDouble(1, age.toSeconds());
            statement.setInt(2, AT_ONCE);
            return statement.executeUpdate();
        }
    }

    private void forgetDays() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        delete from quota_use
                         where day < cast(clock_timestamp() at time zone 'UTC' as date) - 1
                        """)) {
            statement.executeUpdate();
        }
    }
}
