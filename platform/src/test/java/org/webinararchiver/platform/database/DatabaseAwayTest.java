package org.webinararchiver.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;

class DatabaseAwayTest {

    @ParameterizedTest
    @CsvSource({
        "08001, TIME", // no connection
        "08006, TIME", // the connection broke
        "53300, TIME", // too many connections
        "53100, OPERATOR", // disk full
        "57P01, TIME", // shut down
        "57P03, TIME", // starting
        "58030, TIME", // input or output failed
        "25006, TIME", // a standby
        "28P01, OPERATOR", // wrong password
        "3D000, OPERATOR" // no such database
    })
    void whatPostgresSaysOfItselfIsAnOutage(String code, Remedy remedy) {
        assertThat(DatabaseAway.in(wrapped(code)))
                .hasValueSatisfying(away -> assertThat(away.failure().remedy()).isEqualTo(remedy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505", "42P01", "57014", "22001"})
    void whatItSaysOfAStatementIsNone(String code) {
        assertThat(DatabaseAway.in(wrapped(code))).isEmpty();
    }

    @Test
    void aPoolThatHasNoConnectionInTimeIsOne() {
        assertThat(DatabaseAway.in(wrapped(null))).isPresent();
    }

    @Test
    void aCommitThatFailedTellsWhyAmongWhatItSuppressed() {
        var commit = new IllegalStateException("Could not commit transaction");
        commit.addSuppressed(wrapped("08006"));
        assertThat(DatabaseAway.in(new IllegalStateException(commit))).isPresent();
    }

    @Test
    void aFailureWithoutTheDatabaseIsNone() {
        assertThat(DatabaseAway.in(new IllegalStateException("no"))).isEmpty();
    }

    /** An interruption breaks connections too, and says nothing about the server. */
    @Test
    void anInterruptedThreadIsNone() {
        Thread.currentThread().interrupt();
        assertThat(DatabaseAway.in(wrapped("08006"))).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static RuntimeException wrapped(String code) {
        return new IllegalStateException(new SQLException("It says so.", code));
    }
}
