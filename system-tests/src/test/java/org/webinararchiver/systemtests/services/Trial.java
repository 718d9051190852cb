package org.webinararchiver.systemtests.services;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.webinararchiver.testservices.PostgresResource;

/** Many small tasks for {@code trial-worker}, and what has become of them. */
public final class Trial implements AutoCloseable {
    private static final int RECORDINGS_OF_AN_OWNER = 10;
    private static final int TASKS_OF_A_RECORDING = 100;

    private final Connection database;

    private Trial(Connection database) {
        this.database = database;
    }

    /**
     * Makes the table that trial workers write to.
     *
     * @param settings of a database whose schema is there
     */
    public static Trial in(Map<String, String> settings) throws SQLException {
        var trial = new Trial(PostgresResource.connect(settings));
        trial.run("create table trial (task uuid, fence bigint, process bigint, started_at timestamptz)");
        return trial;
    }

    /**
     * Adds tasks that are due at once, of several owners with ten recordings each. The recordings count as over, so
     * that nobody wonders why they get no further.
     */
    public void add(int tasks) throws SQLException {
        run("""
                insert into recording (id, owner, source, link_key, page, state)
                select gen_random_uuid(), 'owner ' || number / %d, 'trial', gen_random_uuid(), 'https://localhost/', 'SKIPPED'
                from generate_series(0, (%d - 1) / %d) as number
                """.formatted(RECORDINGS_OF_AN_OWNER, tasks, TASKS_OF_A_RECORDING));
        run("""
                insert into task (id, recording_id, owner, kind, state)
                select gen_random_uuid(), recording.id, recording.owner, 'PLAN', 'WAITING'
                from recording cross join generate_series(1, %d) where source = 'trial'
                limit %d
                """.formatted(TASKS_OF_A_RECORDING, tasks));
    }

    /**
     * How many tasks are in each state, all at one moment: between two queries, what a killed worker held may go from
     * one state into another, and be counted in neither.
     */
    public Map<String, Long> states() throws SQLException {
        var states = new TreeMap<String, Long>();
        try (var sql = database.createStatement();
                var rows = sql.executeQuery("select state, count(*) from task group by state")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getLong(2));
            }
        }
        return states;
    }

    /** How many effects were written, one for each task when all is well. */
    public long effects() throws SQLException {
        return number("select count(*) from trial");
    }

    /** How many tasks have an effect. */
    long tasksWithEffect() throws SQLException {
        return number("select count(distinct task) from trial join task on task.id = trial.task");
    }

    /** How often any task was begun, again or for the first time. */
    long claims() throws SQLException {
        return number("select sum(fence) from task");
    }

    /** How long after they were committed the tasks were begun, in milliseconds, the shortest first. */
    public List<Double> delays() throws SQLException {
        var delays = new ArrayList<Double>();
        try (var sql = database.createStatement();
                var rows = sql.executeQuery("""
                        select 1000 * extract(epoch from trial.started_at - task.created_at) as delay
                        from trial join task on task.id = trial.task
                        order by delay
                        """)) {
            while (rows.next()) {
                delays.add(rows.getDouble("delay"));
            }
        }
        return delays;
    }

    public String databaseName() throws SQLException {
        return database.getCatalog();
    }

    /** Forgets all tasks and what became of them. */
    public void clear() throws SQLException {
        run("delete from recording");
        run("truncate trial");
    }

    /** How many different processes have done something. */
    long processes() throws SQLException {
        return number("select count(distinct process) from trial");
    }

    private void run(String statement) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    private long number(String query) throws SQLException {
        try (var sql = database.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
