package org.webinararchiver.systemtests.services;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.testservices.PostgresResource;

/** The tasks as they stand in the database: who holds one, and how often it was tried. */
final class TaskTable {
    private static final String QUERY = """
            select state, attempts, fence, coalesce(split_part(lease_holder, '@', 2), '') as holder, progress
            from task where recording_id = ? and kind = ?
            """;

    private final Map<String, String> database;

    TaskTable(Map<String, String> database) {
        this.database = database;
    }

    /**
     * A task.
     *
     * @param holder the process that holds it, 0 when none does
     * @param progress from 0 to 1
     */
    record Row(String state, int attempts, long fence, long holder, float progress) {}

    /** The one task of this kind that the recording has. */
    Row only(String recording, TaskKind kind) throws SQLException {
        return all(recording, kind).stream().findFirst().orElse(new Row("ABSENT", 0, 0, 0, 0));
    }

    /** All tasks of this kind that the recording has, in any order. */
    List<Row> all(String recording, TaskKind kind) throws SQLException {
        try (var connection = PostgresResource.connect(database);
                var query = connection.prepareStatement(QUERY)) {
            query.setObject(1, UUID.fromString(recording));
            query.setString(2, kind.name());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Row>();
                while (rows.next()) {
                    var holder = rows.getString("holder");
                    found.add(new Row(
                            rows.getString("state"),
                            rows.getInt("attempts"),
                            rows.getLong("fence"),
                            holder.isEmpty() ? 0 : Long.parseLong(holder),
                            rows.getFloat("progress")));
                }
                return found;
            }
        }
    }

    /** Waits until a worker has taken a task of this kind. */
    void awaitBegun(String recording, TaskKind kind) {
        await("a task " + kind + " is begun")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> all(recording, kind).stream()
                        .anyMatch(row -> !row.state().equals("WAITING")));
    }

    /** Waits until some process has done more than this share of a task, and answers which process. */
    long holderBeyond(float progress, String recording, TaskKind kind) {
        return await("a worker is in the middle of a task " + kind)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> all(recording, kind).stream()
                                .filter(row -> row.holder() != 0 && row.progress() > progress)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .holder();
    }
}
