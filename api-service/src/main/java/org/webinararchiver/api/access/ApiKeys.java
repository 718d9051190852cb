package org.webinararchiver.api.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.webinararchiver.api.audit.Action;
import org.webinararchiver.api.audit.Actor;
import org.webinararchiver.api.audit.AuditLine;
import org.webinararchiver.api.audit.AuditRows;
import org.webinararchiver.api.audit.Deed;

/**
 * The keys in PostgreSQL, by plain JDBC: the service uses it, and the command that makes keys, which runs without the
 * framework.
 */
final class ApiKeys {
    private static final String COLUMNS =
            "id, name, owner, beginning, may_submit, may_read, may_admin, requests_a_minute, recordings_a_day,"
                    + " recordings_under_way, created_at, expires_at, revoked_at, last_used_at";

    private final DataSource database;

    ApiKeys(DataSource database) {
        this.database = database;
    }

    /** Adds a key, of which only the hash is kept, and notes it in the audit log. */
    void add(UUID id, KeyText text, NewKey wanted) throws SQLException {
        noted("""
                insert into api_key (id, name, owner, beginning, hash, may_submit, may_read, may_admin, expires_at,
                                     requests_a_minute, recordings_a_day, recordings_under_way)
                values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp() + cast(? as interval), ?, ?, ?)
                returning name, owner
                """, Action.CREATE_KEY, id, statement -> {
            statement.setObject(1, id);
            statement.setString(2, wanted.name());
            statement.setString(3, wanted.owner());
            statement.setString(4, text.beginning());
            statement.setBytes(5, text.hash());
            statement.setBoolean(6, wanted.scopes().contains(Scope.SUBMIT));
            statement.setBoolean(7, wanted.scopes().contains(Scope.READ));
            statement.setBoolean(8, wanted.scopes().contains(Scope.ADMIN));
            statement.setString(9, wanted.lasts().map(Object::toString).orElse(null));
            set(statement, 10, wanted.limits());
        });
    }

    private static void set(PreparedStatement statement, int from, KeyLimits limits) throws SQLException {
        statement.setObject(from, limits.requestsAMinute().orElse(null), Types.INTEGER);
        statement.setObject(from + 1, limits.recordingsADay().orElse(null), Types.INTEGER);
        statement.setObject(from + 2, limits.recordingsUnderWay().orElse(null), Types.INTEGER);
    }

    /** All that there ever were, oldest first. */
    List<ApiKey> all() throws SQLException {
        return run("select " + COLUMNS + " from api_key order by id", statement -> {
            var keys = new ArrayList<ApiKey>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(read(rows));
                }
            }
            return keys;
        });
    }

    /** Those that open something now, by their hashes. */
    Map<KeyHash, ApiKey> valid() throws SQLException {
        return run("select hash, " + COLUMNS + """
                 from api_key
                where revoked_at is null and (expires_at is null or expires_at > clock_timestamp())
                """, statement -> {
            var keys = new HashMap<KeyHash, ApiKey>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.put(new KeyHash(rows.getBytes("hash")), read(rows));
                }
            }
            return keys;
        });
    }

    /** Answers whether there was such a key, and it was not revoked before. */
    boolean revoke(UUID id) throws SQLException {
        return noted("""
                update api_key set revoked_at = clock_timestamp() where id = ? and revoked_at is null
                returning name, owner
                """, Action.REVOKE_KEY, id, statement -> statement.setObject(1, id));
    }

    /** Gives a key that was not revoked these limits; answers whether there is such a key. */
    boolean limit(UUID id, KeyLimits limits) throws SQLException {
        return noted("""
                update api_key set requests_a_minute = ?, recordings_a_day = ?, recordings_under_way = ?
                 where id = ? and revoked_at is null
                returning name, owner
                """, Action.LIMIT_KEY, id, statement -> {
            set(statement, 1, limits);
            statement.setObject(4, id);
        });
    }

    /** The key with this id. */
    Optional<ApiKey> find(UUID id) throws SQLException {
        return run("select " + COLUMNS + " from api_key where id = ?", statement -> {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        });
    }

    /** Changes a key and notes that, both or neither; answers whether there was one to be changed. */
    private boolean noted(String sql, Action action, UUID id, Filling filling) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                filling.into(statement);
                try (var changed = statement.executeQuery()) {
                    if (!changed.next()) {
                        connection.rollback();
                        return false;
                    }
                    var actor = Actor.command(System.getProperty("user.name", "?"), changed.getString("owner"));
                    var deed = Deed.toOther(id, action, Optional.of(changed.getString("name")));
                    AuditRows.insert(connection, List.of(AuditLine.done(actor, deed)));
                }
                connection.commit();
                return true;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Notes that these were used, to about a minute. */
    void used(Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        run("""
                update api_key set last_used_at = clock_timestamp()
                where id = any (?) and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute')
                """, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            return statement.executeUpdate();
        });
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("owner"),
                row.getString("beginning"),
                scopes(row),
                new KeyLimits(
                        number(row, "requests_a_minute"),
                        number(row, "recordings_a_day"),
                        number(row, "recordings_under_way")),
                row.getTimestamp("created_at").toInstant(),
                time(row, "expires_at"),
                time(row, "revoked_at"),
                time(row, "last_used_at"));
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var scope : Scope.values()) {
            if (row.getBoolean("may_" + scope.word())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private <T> T run(String sql, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        }
    }

    /** What is done with a statement. */
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** Puts values into a statement. */
    private interface Filling {
        void into(PreparedStatement statement) throws SQLException;
    }
}
