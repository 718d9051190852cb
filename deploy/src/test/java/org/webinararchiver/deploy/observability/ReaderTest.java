package org.webinararchiver.deploy.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role of reader.sql sees how recordings stand, nothing that opens or leads to one, and changes nothing. */
class ReaderTest {
    private static final String FORBIDDEN = "42501";

    private static ReaderDatabase database;

    @BeforeAll
    static void make() throws SQLException, IOException {
        database = ReaderDatabase.make();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sealed from secret",
                "select count(*) from secret",
                "select hash from api_key",
                "select name from api_key",
                "select token from organisation",
                "select webhook_secret from organisation",
                "select owner from organisation",
                "select submission from idempotency_key",
                "select page from recording",
                "select link_key from recording",
                "select sought from recording",
                "select * from recording",
                "select url from segment",
                "select twin from segment",
                "select upload_id from segment_upload",
                "select 1 from flyway_schema_history",
                "select rolpassword from pg_authid"
            })
    void secretsAndLinksAreHiddenFromIt(String question) {
        mustBeForbidden(question);
    }

    @Test
    void amongAllThatItMayReadNothingSoundsLikeASecretOrAnAddress() throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = database.owner().createStatement();
                var rows = statement.executeQuery("""
                        select table_name || '.' || column_name || ' ' || data_type
                        from information_schema.column_privileges join information_schema.columns
                             using (table_schema, table_name, column_name)
                        where grantee = 'archiver_reader'
                        """)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        assertThat(columns)
                .hasSizeGreaterThan(50)
                .filteredOn(column -> column.matches(".*(key|token|secret|hash|url|link|page|twin|sealed|bytea).*"))
                .containsExactly("part.object_key text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update task set attempts = 0",
                "delete from recording",
                "insert into pause (scope, subject) values ('ALL', '')",
                "truncate recording_event",
                "select claim_tasks('PLAN', 'me', interval '1 minute', 1)",
                "create table mine (id integer)",
                "alter role archiver_reader createrole"
            })
    void nothingIsChangedByItEvenIfItMeansTo(String change) throws SQLException {
        ReaderDatabase.execute(database.reader(), "set default_transaction_read_only = off");
        mustBeForbidden(change);
    }

    @Test
    void byItselfItDoesNotMeanToAndIsBrief() throws SQLException {
        try (var statement = database.reader().createStatement();
                var row = statement.executeQuery("""
                        select string_agg(name || ' ' || reset_val, ', ' order by name) from pg_settings
                        where name in ('default_transaction_read_only', 'statement_timeout')
                        """)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("default_transaction_read_only on, statement_timeout 10000");
        }
    }

    @Test
    void whatWasGivenToItOtherwiseIsTakenBackWhenTheScriptRunsAgain() throws SQLException, IOException {
        ReaderDatabase.execute(database.owner(), "grant select on api_key to archiver_reader");
        ReaderDatabase.execute(database.owner(), "grant select (token) on organisation to archiver_reader");
        ReaderDatabase.execute(database.reader(), "select token from organisation, api_key");

        ReaderDatabase.runScript(database.owner());

        mustBeForbidden("select hash from api_key");
        mustBeForbidden("select token from organisation");
        ReaderDatabase.execute(database.reader(), "select state from recording");
    }

    private static void mustBeForbidden(String question) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> ReaderDatabase.execute(database.reader(), question))
                .satisfies(refusal ->
                        assertThat(refusal.getSQLState()).as("%s", refusal).isEqualTo(FORBIDDEN));
    }
}
