package org.webinararchiver.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import picocli.CommandLine;

@ApiTest
class KeysCommandTest {
    @Inject
    DataSource database;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void aKeyIsMadeListedAndRevoked() throws SQLException {
        var name = "school " + UUID.randomUUID();
        assertThat(run("create", "--name", name, "--scopes", "submit,READ", "--expires", "P90D"))
                .isZero();
        var text = KeyText.of(out.toString().strip()).orElseThrow();
        assertThat(errors.toString()).contains(name).doesNotContain(text.secret());

        var key = new ApiKeys(database).valid().get(KeyHash.of(text));
        assertThat(key.name()).isEqualTo(name);
        assertThat(key.owner()).isEqualTo(name);
        assertThat(key.scopes()).containsExactlyInAnyOrder(Scope.SUBMIT, Scope.READ);
        assertThat(key.expiresAt())
                .get(Assertions.as(org.assertj.core.api.InstanceOfAssertFactories.INSTANT))
                .isCloseTo(Instant.now().plus(Duration.ofDays(90)), Assertions.within(1, ChronoUnit.MINUTES));

        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains(key.id().toString(), name, text.beginning(), "valid", "submit,read")
                .doesNotContain(text.secret());

        assertThat(run("revoke", key.id().toString())).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).containsPattern(key.id() + " +" + text.beginning() + "… +revoked");
        assertThat(run("revoke", key.id().toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("There is no key " + key.id());
    }

    @Test
    void aKeyMayBelongToAnotherOwnerAndNeverExpire() throws SQLException {
        assertThat(run("create", "--name", "backup", "--scopes", "admin", "--owner", "local"))
                .isZero();
        var key = new ApiKeys(database)
                .valid()
                .get(KeyHash.of(KeyText.of(out.toString().strip()).orElseThrow()));
        assertThat(key.owner()).isEqualTo("local");
        assertThat(key.expiresAt()).isEmpty();
    }

    @Test
    void aKeysLimitsAreSetAndChanged() throws SQLException {
        assertThat(run("create", "--name", "limited", "--scopes", "submit", "--recordings-a-day", "100"))
                .isZero();
        var id = new ApiKeys(database)
                .valid()
                .get(KeyHash.of(KeyText.of(out.toString().strip()).orElseThrow()))
                .id();
        assertThat(run("limit", id.toString(), "--requests-a-minute", "60", "--recordings-under-way", "none"))
                .isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .containsPattern(
                        id + ".* 60 requests a minute, 100 recordings a day, any number of recordings under way");
        assertThat(run("limit", id.toString(), "--recordings-a-day", "default")).isZero();
        assertThat(new ApiKeys(database).find(id).orElseThrow().limits())
                .isEqualTo(new KeyLimits(Optional.of(60), Optional.empty(), Optional.of(0)));
        assertThat(run("revoke", id.toString())).isZero();
        assertThat(run("limit", id.toString(), "--recordings-a-day", "1")).isEqualTo(1);
        assertThat(noted(id)).containsExactly("key.create", "key.limit", "key.limit", "key.revoke");
    }

    private List<String> noted(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select action from audit_entry where subject_id = ? and actor = 'command' order by at")) {
            statement.setObject(1, id);
            var actions = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    actions.add(rows.getString(1));
                }
            }
            return actions;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create",
                "create --name x",
                "create --scopes read",
                "create --name x --scopes write",
                "create --name x --scopes read --expires P0D",
                "create --name x --scopes read --expires -P1D",
                "create --name x --scopes read --expires P101Y",
                "create --name x --scopes read --expires tomorrow",
                "revoke",
                "create --name x --scopes read --recordings-a-day 0",
                "create --name x --scopes read --requests-a-minute -1",
                "limit",
                "limit 01890a5d-ac96-774b-bcce-b302099a8057",
                "limit 01890a5d-ac96-774b-bcce-b302099a8057 --recordings-a-day many",
                "revoke 17",
                "destroy"
            })
    void whatIsNotUnderstoodIsWrongUsage(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(errors.toString()).isNotBlank();
    }

    @Test
    void aNameOfSpacesIsNone() {
        assertThat(run("create", "--name", " ", "--scopes", "read")).isEqualTo(2);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return new CommandLine(new KeysCommand(() -> database))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
