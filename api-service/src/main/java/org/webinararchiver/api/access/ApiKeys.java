package org.webinararchiver.api.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

/**
 * The keys in PostgreSQL, by plain JDBC: the service uses it, and the command that makes keys, which runs without the
 * framework.
 */
final class ApiKeys {
    private static final String COLUMNS =
            "id, name, owner, beginning, may_submit, may_read, may_admin, created_at, expires_at, revoked_at, last_used_at";

    private final DataSource database;

    ApiKeys(DataSource database) {
        this.database = database;
    }

    /** Adds a key, of which only the hash is kept. */
    void add(UUID id, KeyText text, NewKey wanted) throws SQLException {
        run("""
                insert into api_key (id, name, owner, beginning, hash, may_submit, may_read, may_admin, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp() + cast(? as interval))
                """, statement -> {
            statement.setObject(1, id);
            statement.setString(2, wanted.name());
            statement.setString(3, wanted.owner());
            statement.setString(4, text.beginning());
            statement.setBytes(5, text.hash());
            statement.setBoolean(6, wanted.scopes().contains(Scope.SUBMIT));
            statement.setBoolean(7, wanted.scopes().contains(Scope.READ));
            statement.setBoolean(8, wanted.scopes().contains(Scope.ADMIN));
            statement.setString(9, wanted.lasts().map(Object::toString).orElse(null));
            return statement.executeUpdate();
        });
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

    /** Whether there was such a key, and it was not revoked before. */
    boolean revoke(UUID id) throws SQLException {
        return run(
                "update api_key set revoked_at = clock_timestamp() where id = ? and revoked_at is null", statement -> {
                    statement.setObject(1, id);
                    return statement.executeUpdate() > 0;
                });
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
}
