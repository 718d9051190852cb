package org.webinararchiver.api.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes the audit log by plain JDBC, as commands do that run without the framework. */
public final class AuditRows {
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final String INSERT = """
            insert into audit_entry (id, actor, actor_name, owner, address, action, recording_id, subject_id, outcome, reason,
                                     detail, times)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private AuditRows() {}

    /** In one batch, in the transaction of the connection. */
    public static void insert(Connection connection, List<AuditLine> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(INSERT)) {
            for (var line : lines) {
                fill(statement, line);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, AuditLine line) throws SQLException {
        var actor = line.actor();
        var deed = line.deed();
        statement.setObject(1, IDS.generate());
        statement.setString(2, actor.id());
        statement.setString(3, actor.name().orElse(null));
        statement.setString(4, actor.owner());
        statement.setString(5, actor.address().orElse(null));
        statement.setString(6, deed.action().word());
        statement.setObject(7, deed.recording().orElse(null));
        statement.setObject(8, deed.subject().orElse(null));
        statement.setString(9, line.outcome().name());
        statement.setString(10, line.reason().orElse(null));
        statement.setString(11, deed.detail().orElse(null));
        statement.setInt(12, line.times());
    }
}
