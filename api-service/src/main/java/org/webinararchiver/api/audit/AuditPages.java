package org.webinararchiver.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.webinararchiver.api.paging.Cursor;

/** Reads the audit log, newest first, a page at a time. */
@ApplicationScoped
public class AuditPages {
    private final DataSource database;

    public AuditPages(DataSource database) {
        this.database = database;
    }

    /** A condition of the query, and its value. */
    private record Condition(String sql, Object value) {}

    /** @param owner of what is shown; empty for all */
    AuditList page(Optional<String> owner, AuditQuery query) {
        var found = find(conditions(owner, query), query.limit() + 1);
        var shown = found.subList(0, Math.min(found.size(), query.limit()));
        return new AuditList(
                List.copyOf(shown),
                found.size() > query.limit() ? new Cursor(shown.getLast().id()).text() : null);
    }

    /** What follows an entry that was removed for its age was removed too. */
    private static List<Condition> conditions(Optional<String> owner, AuditQuery query) {
        var conditions = new ArrayList<Condition>();
        owner.ifPresent(value -> conditions.add(new Condition("owner = ?", value)));
        query.actor().ifPresent(value -> conditions.add(new Condition("actor = ?", value)));
        query.action().ifPresent(value -> conditions.add(new Condition("action = ?", value.word())));
        query.recording().ifPresent(value -> conditions.add(new Condition("recording_id = ?", value)));
        query.from().ifPresent(value -> conditions.add(new Condition("at >= ?", value)));
        query.until().ifPresent(value -> conditions.add(new Condition("at < ?", value)));
        query.after()
                .ifPresent(value -> conditions.add(
                        new Condition("(at, id) < (select at, id from audit_entry where id = ?)", value)));
        return conditions;
    }

    private List<AuditEntryView> find(List<Condition> conditions, int most) {
        var where = conditions.isEmpty()
                ? ""
                : " where "
                        + String.join(
                                " and ", conditions.stream().map(Condition::sql).toList());
        var sql = "select * from audit_entry" + where + " order by at desc, id desc limit " + most;
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int each = 0; each < conditions.size(); each++) {
                statement.setObject(each + 1, conditions.get(each).value());
            }
            var entries = new ArrayList<AuditEntryView>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log can not be read", e);
        }
    }

    private static AuditEntryView entry(ResultSet row) throws SQLException {
        return new AuditEntryView(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("owner"),
                row.getString("address"),
                row.getString("action"),
                row.getObject("recording_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                AuditOutcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("detail"),
                row.getInt("times"));
    }
}
