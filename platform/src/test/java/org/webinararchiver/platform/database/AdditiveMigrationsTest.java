package org.webinararchiver.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Services of the version before go on with a schema that a newer one has migrated, so a migration only adds; see
 * docs/operations.md. What the version before does not use any more is taken away by one that says so: a line {@code --
 * contract: since when nobody uses it}.
 */
class AdditiveMigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*\\.sql");

    /** Those before belong to versions that nobody runs beside this one. */
    private static final int FROM = 22;

    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\b(drop\\s+(table|column)|rename|set\\s+not\\s+null|alter\\s+column\\s+\\S+\\s+(set\\s+data\\s+)?type)\\b");
    private static final Pattern COLUMN = Pattern.compile("add\\s+column[^,;]*");

    static Stream<Path> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.filter(file -> number(file) >= FROM).sorted().toList().stream();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("migrations")
    void aMigrationOnlyAdds(Path migration) throws IOException {
        assertThat(isAdditive(Files.readString(migration)))
                .as(migration.toString())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a (b text not null)",
                "alter table a add column b text",
                "alter table a add column b text not null default 'x', add column c integer",
                "alter table a drop constraint b",
                "-- contract: nobody reads b since 1.3\nalter table a drop column b"
            })
    void whatTheVersionBeforeLivesWithIsAllowed(String sql) {
        assertThat(isAdditive(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table a drop column b",
                "DROP TABLE a",
                "alter table a rename column b to c",
                "alter table a alter column b type bigint",
                "alter table a alter column b set not null",
                "alter table a add column b text not null"
            })
    void whatTheVersionBeforeBreaksOfIsNot(String sql) {
        assertThat(isAdditive(sql)).isFalse();
    }

    @Test
    void eachNumberIsGivenOnce() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            assertThat(files.map(AdditiveMigrationsTest::number).toList()).doesNotHaveDuplicates();
        }
    }

    private static boolean isAdditive(String sql) {
        var small = sql.toLowerCase(Locale.ROOT);
        if (small.contains("-- contract:")) {
            return true;
        }
        var statements = small.replaceAll("--[^\n]*", "");
        return !TAKES_AWAY.matcher(statements).find()
                && COLUMN.matcher(statements)
                        .results()
                        .allMatch(column -> !column.group().contains("not null")
                                || List.of("default", "generated").stream().anyMatch(column.group()::contains));
    }

    private static int number(Path file) {
        var matcher = NUMBER.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
