package org.webinararchiver.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Notes who has done what. It runs in the transaction that does it, so that nothing is done without being noted, and
 * nothing noted that was not done.
 */
@ApplicationScoped
public class AuditLog {
    private final DataSource database;

    public AuditLog(DataSource database) {
        this.database = database;
    }

    public void note(Actor actor, Deed done) {
        note(actor, List.of(done));
    }

    /** All of them at once, however many. */
    public void note(Actor actor, List<Deed> done) {
        write(done.stream().map(deed -> AuditLine.done(actor, deed)).toList());
    }

    /** Joins the transaction of the thread, if there is one. */
    void write(List<AuditLine> lines) {
        try (var connection = database.getConnection()) {
            AuditRows.insert(connection, lines);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log can not be written", e);
        }
    }
}
