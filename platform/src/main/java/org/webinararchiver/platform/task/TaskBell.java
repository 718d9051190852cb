package org.webinararchiver.platform.task;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * Rings when somebody, anywhere, has added a task: the database says so on the channel {@code task_added} when the
 * transaction is committed. A ring may be missed while the connection is broken, so whoever waits for it waits for a
 * limited time and then looks by himself. For one thread, besides the one that closes it.
 *
 * <p>Its connection is none of the pool's, where nobody keeps one for good, and where one that was broken off would be
 * lent to others.
 */
@Dependent
public class TaskBell implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TaskBell.class);

    private final String url;
    private final Properties login = new Properties();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Connection connection;

    public TaskBell(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "task bell");
        login.setProperty("tcpKeepAlive", "true");
    }

    /**
     * Waits until it rings or this time is over.
     *
     * @return false when it was closed and will not ring again
     */
    public boolean await(Duration atMost) throws InterruptedException {
        try {
            listening().getNotifications((int) Math.max(1, atMost.toMillis()));
            return !isClosed();
        } catch (SQLException e) {
            LOG.debugf("not told of added tasks for a while: %s", e.getMessage());
            hangUp();
            return !closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private PGConnection listening() throws SQLException {
        if (connection == null) {
            connection = new Driver().connect(url, login);
            try (var statement = connection.createStatement()) {
                statement.execute("listen task_added");
            }
            if (isClosed()) {
                throw new SQLException("closed meanwhile");
            }
        }
        return connection.unwrap(PGConnection.class);
    }

    /** Whoever waits at the connection is free at once. */
    private void hangUp() {
        var left = connection;
        connection = null;
        if (left != null) {
            try {
                left.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debugf("a connection could not be broken off: %s", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        hangUp();
    }
}
