package org.webinararchiver.api.access;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real database of which is known how often it was asked, and which can go away. */
final class WatchedDatabase implements DataSource {
    private final DataSource database;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Trouble trouble = Trouble.NONE;

    private enum Trouble {
        NONE,
        AWAY,
        HANGS
    }

    WatchedDatabase(DataSource database) {
        this.database = database;
    }

    int connections() {
        return connections.get();
    }

    void goAway() {
        trouble = Trouble.AWAY;
    }

    /** Until the thread that asks is interrupted. */
    void hang() {
        trouble = Trouble.HANGS;
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        return switch (trouble) {
            case NONE -> database.getConnection();
            case AWAY -> throw new SQLException("the database is away");
            case HANGS -> throw hung();
        };
    }

    private static SQLException hung() {
        try {
            new CountDownLatch(1).await();
            return new SQLException("nothing ends this");
        } catch (InterruptedException e) {
            return new SQLException("the wait was ended", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
