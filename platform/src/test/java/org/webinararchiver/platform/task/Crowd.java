package org.webinararchiver.platform.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A catalog full of tasks; {@code crowd/fill.sql} says whose they are.
 *
 * @param due may be claimed: half of them are of {@link #OWNER_OF_MANY}, the COMPILE tasks all of one other owner
 * @param resting are due tomorrow
 * @param leased are held by workers until tomorrow
 * @param ended ended long ago, every twentieth of a recording that is under way
 */
record Crowd(int due, int resting, int leased, int ended) {
    static final String OWNER_OF_MANY = "owner of many";

    private static final int TASKS_OF_A_RECORDING = 50;

    /** Fills an empty catalog, and brings PostgreSQL's knowledge of it up to date. */
    void fill(DataSource source) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    set crowd.due = %d;
                    set crowd.resting = %d;
                    set crowd.leased = %d;
                    set crowd.ended = %d;
                    """.formatted(due, resting, leased, ended));
            statement.execute(script());
        } catch (SQLException e) {
            throw new IllegalStateException("The catalog could not be filled", e);
        }
        vacuum(source, "task, recording, segment");
    }

    /** Does what PostgreSQL does by itself once a minute. */
    static void vacuum(DataSource source) {
        vacuum(source, "task, recording, segment, owner_turn, recording_turn");
    }

    private static void vacuum(DataSource source, String tables) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze, parallel 0) " + tables);
        } catch (SQLException e) {
            throw new IllegalStateException("There was no vacuum", e);
        }
    }

    /** One of the recordings of {@link #OWNER_OF_MANY}, under way, each with 50 tasks that are due. */
    UUID recordingOfMany(int number) {
        return id(2, number % (due / 2 / TASKS_OF_A_RECORDING));
    }

    /** The recording that ended last, with about 50 tasks. */
    UUID lastEndedRecording() {
        return id(1, ended / TASKS_OF_A_RECORDING - 1);
    }

    private static UUID id(long family, long number) {
        return new UUID(family << 56 | number << 16 | 0x7000, 0x8000L << 48);
    }

    private static String script() {
        try (var in = Crowd.class.getResourceAsStream("/crowd/fill.sql")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
