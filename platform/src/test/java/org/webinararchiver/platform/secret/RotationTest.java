package org.webinararchiver.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.testservices.TestPostgres;

/** The key is changed while services run: with both keys they open everything, afterwards the new one does. */
class RotationTest {
    private static final LongMeter UNHEARD = new LongMeter();
    private static final Seal OLD = Keys.seal(1);
    private static final Seal BOTH = Keys.seal(2, 1);
    private static final Seal NEW = Keys.seal(2);

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private Connection connection;

    /** Remembers what it was told last. */
    private static final class LongMeter implements java.util.function.LongConsumer {
        private final List<Long> told = new ArrayList<>();

        @Override
        public void accept(long value) {
            told.add(value);
        }
    }

    private record Kept(SealedColumn column, UUID id, String name, Secret secret) {
        String place() {
            return column.place(id, name);
        }
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        var made = TestPostgres.server().newDatabase();
        Flyway.configure()
                .dataSource(made.jdbcUrl(), made.user(), made.password())
                .load()
                .migrate();
        database.setUrl(made.jdbcUrl());
        database.setUser(made.user());
        database.setPassword(made.password());
        connection = database.getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void afterwardsTheNewKeyOpensAllAndTheOldOneIsNotNeeded() throws Exception {
        var kept = new ArrayList<Kept>();
        for (int number = 0; number < 130; number++) {
            kept.add(session(OLD));
        }
        kept.add(token(OLD));
        kept.add(session(BOTH));
        assertThat(needed(BOTH)).isEqualTo(131);
        var meter = new LongMeter();

        assertThat(new Rotation(database, BOTH).run(meter)).isEqualTo(131);

        assertThat(meter.told).isSorted().hasSizeGreaterThanOrEqualTo(3).endsWith(131L);
        assertThat(needed(BOTH)).isZero();
        for (var each : kept) {
            assertThat(NEW.open(sealed(each), each.place())).isEqualTo(each.secret());
        }
        assertThat(new Rotation(database, NEW).inUse().lost()).isZero();
    }

    @Test
    void aSecondRunHasNothingToDo() throws Exception {
        session(OLD);
        new Rotation(database, BOTH).run(UNHEARD);
        assertThat(new Rotation(database, BOTH).run(UNHEARD)).isZero();
        assertThat(new Rotation(database, NEW).run(UNHEARD)).isZero();
    }

    @Test
    void aRunThatWasEndedGoesOnWithWhatIsLeft() throws Exception {
        for (int number = 0; number < 250; number++) {
            session(OLD);
        }
        assertThatThrownBy(() -> new Rotation(database, BOTH).run(anew -> {
                    throw new IllegalStateException("ended");
                }))
                .hasMessage("ended");
        assertThat(needed(BOTH)).isEqualTo(150);

        assertThat(new Rotation(database, BOTH).run(UNHEARD)).isEqualTo(150);
        assertThat(needed(BOTH)).isZero();
    }

    @Test
    void whatNoKeyOpensIsCountedAndLeftAsItIs() throws Exception {
        var strange = session(Keys.seal(3, 1));
        var stranger = session(Keys.seal(4));
        var known = session(OLD);

        assertThat(new Rotation(database, BOTH).run(UNHEARD)).isEqualTo(1);

        var inUse = new Rotation(database, BOTH).inUse();
        assertThat(inUse.opening())
                .isEqualTo(Map.of(Keys.key(2).id(), 1L, Keys.key(1).id(), 0L));
        assertThat(inUse.others()).isEqualTo(Map.of(Keys.key(3).id(), 1L, KeysInUse.UNKNOWN, 1L));
        assertThat(Keys.seal(3).open(sealed(strange), strange.place())).isEqualTo(strange.secret());
        assertThat(Keys.seal(4).open(sealed(stranger), stranger.place())).isEqualTo(stranger.secret());
        assertThat(NEW.open(sealed(known), known.place())).isEqualTo(known.secret());
    }

    @Test
    void whatAServiceIsWritingJustNowIsWaitedForAndNotOverwritten() throws Exception {
        var kept = session(OLD);
        connection.setAutoCommit(false);
        var newer = new Secret("newer");
        write(kept, OLD.close(newer, kept.place()));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var rotation = threads.submit(() -> new Rotation(database, BOTH).run(UNHEARD));
            await("it waits for the row").until(this::somebodyWaitsForARow);
            connection.commit();
            assertThat(rotation.get()).isEqualTo(1);
        }
        assertThat(NEW.open(sealed(kept), kept.place())).isEqualTo(newer);
    }

    private boolean somebodyWaitsForARow() throws SQLException {
        try (var sql = connection.createStatement();
                var waiting = sql.executeQuery("""
                        select count(*) > 0 from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """)) {
            waiting.next();
            return waiting.getBoolean(1);
        }
    }

    @Test
    void whatSomebodyKeepsLockedEndsTheRunAllTheSameAndIsToldAsOlder() throws Exception {
        var kept = session(OLD);
        session(OLD);
        connection.setAutoCommit(false);
        write(kept, OLD.close(kept.secret(), kept.place()));

        assertThat(new Rotation(database, BOTH).run(UNHEARD)).isEqualTo(1);

        connection.commit();
        assertThat(needed(BOTH)).isEqualTo(1);
    }

    /** Whoever adds a column of bytes says here whether it is sealed; if so, it is a {@link SealedColumn}. */
    @Test
    void everyColumnOfBytesIsKnownAsSealedOrAsAHash() throws SQLException {
        var hashes = List.of("organisation.webhook_secret", "idempotency_key.submission", "api_key.hash");
        var columns = new TreeSet<String>();
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("""
                        select table_name || '.' || column_name from information_schema.columns
                         where table_schema = 'public' and data_type = 'bytea'
                        """)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        for (var column : SealedColumn.values()) {
            assertThat(columns.remove(column.table() + "." + column.column()))
                    .as(column.name())
                    .isTrue();
        }
        assertThat(columns).containsExactlyInAnyOrderElementsOf(hashes);
    }

    private long needed(Seal seal) throws SQLException {
        return new Rotation(database, seal).inUse().older();
    }

    private Kept session(Seal seal) throws SQLException {
        var id = UUID.randomUUID();
        run(
                "insert into recording (id, owner, source, link_key, page, state) values (?, 'anna', 'x', ?, 'p', 'FAILED')",
                id,
                id.toString());
        var kept = new Kept(SealedColumn.SESSION, id, "sessionId", new Secret("session of " + id));
        run("insert into secret values (?, 'sessionId', ?)", id, seal.close(kept.secret(), kept.place()));
        return kept;
    }

    private Kept token(Seal seal) throws SQLException {
        var id = UUID.randomUUID();
        var kept = new Kept(SealedColumn.TOKEN, id, "token", new Secret("token of " + id));
        run("""
                insert into organisation (id, owner, name, api, token, webhook_secret, since, every_millis)
                values (?, 'anna', 'school', 'https://api', ?, ?, current_date, 1)
                """, id, seal.close(kept.secret(), kept.place()), new byte[32]);
        return kept;
    }

    private void write(Kept kept, byte[] sealed) throws SQLException {
        run("update secret set sealed = ? where recording_id = ?", sealed, kept.id());
    }

    private byte[] sealed(Kept kept) throws SQLException {
        var query = "select %s from %s where %s = ?"
                .formatted(
                        kept.column().column(),
                        kept.column().table(),
                        kept.column() == SealedColumn.SESSION ? "recording_id" : "id");
        try (var select = connection.prepareStatement(query)) {
            select.setObject(1, kept.id());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int number = 1; number <= values.length; number++) {
                statement.setObject(number, values[number - 1]);
            }
            statement.executeUpdate();
        }
    }
}
