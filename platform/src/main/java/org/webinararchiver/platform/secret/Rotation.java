package org.webinararchiver.platform.secret;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Seals all secrets again with the key that seals now, so that others are not needed any more. Every hundred are a
 * transaction of their own: whoever begins again goes on with what is left, and services go on meanwhile.
 */
public final class Rotation {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;
    private final Seal seal;

    Rotation(DataSource database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /**
     * With the keys of these settings.
     *
     * @throws IllegalArgumentException when there is no key, or one is not right, with what is to be corrected
     */
    public static Rotation with(
            Optional<String> key, Optional<Path> keyFile, List<String> oldKeys, DataSource database) {
        var keys = SealKeys.of(key, keyFile, oldKeys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "neither archiver.secrets.key nor archiver.secrets.key-file is set; they must be as the services have"
                            + " them");
        }
        return new Rotation(database, new Seal(keys));
    }

    /**
     * Seals again whatever another key than the first opens. What somebody else is writing just now is waited for, row
     * by row, afterwards; what no key opens, and what stays locked for longer, is left as it is.
     *
     * @param progress is told how many were sealed anew so far, after each transaction that did so
     * @return how many were sealed anew
     */
    public long run(LongConsumer progress) throws SQLException {
        long anew = 0;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var column : SealedColumn.values()) {
                anew = sealAgain(connection, column, anew, progress);
            }
            for (var row : older(connection)) {
                int changed = whenFree(connection, row);
                anew += changed;
                if (changed > 0) {
                    progress.accept(anew);
                }
            }
        }
        return anew;
    }

    private List<SealedRow> older(Connection connection) throws SQLException {
        var older = new ArrayList<SealedRow>();
        forEach(connection, row -> {
            if (isOlder(row)) {
                older.add(row);
            }
        });
        return older;
    }

    /** In a transaction of its own: who waits for one row and holds none keeps nobody waiting. */
    private int whenFree(Connection connection, SealedRow row) throws SQLException {
        try (var patience = connection.createStatement()) {
            patience.execute("set local lock_timeout = " + LONGEST_WAIT.toMillis());
            int changed = sealAgain(connection, row.locked(connection));
            connection.commit();
            return changed;
        } catch (SQLException e) {
            connection.rollback();
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return 0;
            }
            throw e;
        }
    }

    private long sealAgain(Connection connection, SealedColumn column, long before, LongConsumer progress)
            throws SQLException {
        long anew = before;
        var last = SealedRow.start(column);
        while (true) {
            var rows = last.following(connection, column.lockedPage());
            int changed = sealAgain(connection, rows);
            connection.commit();
            anew += changed;
            if (changed > 0) {
                progress.accept(anew);
            }
            if (rows.isEmpty()) {
                return anew;
            }
            last = rows.getLast();
        }
    }

    private int sealAgain(Connection connection, List<SealedRow> rows) throws SQLException {
        int changed = 0;
        for (var row : rows) {
            if (isOlder(row)) {
                try (var update = connection.prepareStatement(row.column().update())) {
                    update.setBytes(1, seal.close(opened(row).orElseThrow().secret(), row.place()));
                    update.setObject(2, row.id());
                    update.setString(3, row.name());
                    changed += update.executeUpdate();
                }
            }
        }
        return changed;
    }

    /** Looks which keys are needed. */
    public KeysInUse inUse() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return inUse(connection);
        }
    }

    private KeysInUse inUse(Connection connection) throws SQLException {
        var opening = new LinkedHashMap<String, Long>();
        seal.keys().forEach(key -> opening.put(key.id(), 0L));
        var others = new HashMap<String, Long>();
        forEach(connection, row -> count(row, opening, others));
        return new KeysInUse(opening, others);
    }

    private static void forEach(Connection connection, Consumer<SealedRow> action) throws SQLException {
        for (var column : SealedColumn.values()) {
            var rows = SealedRow.start(column).following(connection, column.page());
            while (!rows.isEmpty()) {
                rows.forEach(action);
                rows = rows.getLast().following(connection, column.page());
            }
        }
        connection.commit();
    }

    private void count(SealedRow row, Map<String, Long> opening, Map<String, Long> others) {
        opened(row)
                .ifPresentOrElse(
                        opened -> opening.merge(opened.by().id(), 1L, Long::sum),
                        () -> others.merge(nameOfKey(row), 1L, Long::sum));
    }

    private boolean isOlder(SealedRow row) {
        return opened(row).filter(opened -> !opened.by().equals(seal.first())).isPresent();
    }

    private Optional<Seal.Opened> opened(SealedRow row) {
        return Seal.isSealed(row.sealed()) ? seal.find(row.sealed(), row.place()) : Optional.empty();
    }

    private static String nameOfKey(SealedRow row) {
        return Optional.of(row.sealed())
                .filter(Seal::isSealed)
                .flatMap(Seal::nameOfKey)
                .orElse(KeysInUse.UNKNOWN);
    }
}
