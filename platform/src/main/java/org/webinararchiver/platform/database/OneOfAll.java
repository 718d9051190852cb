package org.webinararchiver.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Has something done by one process at a time, of however many there are. */
@ApplicationScoped
public class OneOfAll {
    /** Any number; the second one of a lock is the duty's. */
    private static final int OURS = 15;

    private final DataSource database;

    public OneOfAll(DataSource database) {
        this.database = database;
    }

    /** What one process does for all. */
    public enum Duty {
        RETENTION,
        ORPHANS,
        PUBLISHING,
        AUDIT
    }

    /** What is done. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /**
     * Does it, unless another process is at it. The lock is PostgreSQL's and ends with our connection, so that a killed
     * process holds it no longer.
     *
     * @return whether it was done here
     */
    public <E extends Exception> boolean run(Duty duty, Work<E> work) throws E, SQLException {
        try (var connection = database.getConnection()) {
            if (!ask(connection, "pg_try_advisory_lock", duty)) {
                return false;
            }
            try {
                work.run();
            } finally {
                ask(connection, "pg_advisory_unlock", duty);
            }
            return true;
        }
    }

    private static boolean ask(Connection connection, String function, Duty duty) throws SQLException {
        try (var statement = connection.prepareStatement("select " + function + "(?, ?)")) {
            statement.setInt(1, OURS);
            statement.setInt(2, duty.ordinal());
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
