package org.webinararchiver.platform.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What workers tell each other, and the intake, of a store that is full. Each call is a transaction, or part of one.
 */
@ApplicationScoped
public class FullStores {
    private static final Logger LOG = Logger.getLogger(FullStores.class);

    private final DataSource database;

    public FullStores(DataSource database) {
        this.database = database;
    }

    /** What the latest said for whom the store is full; empty when it is for nobody. */
    Optional<String> message() {
        return run(
                "select message from store_full where until > clock_timestamp() order by until desc limit 1",
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        return rows.next() ? rows.getString(1) : null;
                    }
                });
    }

    void tell(String holder, String message, Duration time) {
        run("""
                insert into store_full (holder, message, until)
                values (?, ?, clock_timestamp() + cast(? as interval))
                on conflict (holder) do update set message = excluded.message, until = excluded.until
                """, statement -> {
            statement.setString(1, holder);
            statement.setString(2, message);
            statement.setString(3, time.toString());
            return statement.executeUpdate();
        });
    }

    /** It is not full for this one any more; what others said long ago is forgotten too. */
    void takeBack(String holder) {
        run("delete from store_full where holder = ? or until < clock_timestamp()", statement -> {
            statement.setString(1, holder);
            return statement.executeUpdate();
        });
    }

    /** That the database is away is told by whoever works with it. */
    private <T> Optional<T> run(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return Optional.ofNullable(work.with(statement));
        } catch (SQLException e) {
            LOG.debug("who has no room could not be asked or told", e);
            return Optional.empty();
        }
    }

    /** What is done with a statement. */
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
