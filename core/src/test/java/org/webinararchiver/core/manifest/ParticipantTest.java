package org.webinararchiver.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticipantTest {
    private final Participant renamed = new Participant(
            "7",
            "Anna P.",
            List.of(new Naming(Duration.ofSeconds(5), "Guest"), new Naming(Duration.ofSeconds(60), "Anna P.")));

    @ParameterizedTest
    @CsvSource({"PT0S, Guest", "PT5S, Guest", "PT59.999S, Guest", "PT1M, Anna P.", "PT2H, Anna P."})
    void aNameHoldsUntilTheNextOneIsTaken(Duration moment, String name) {
        assertThat(renamed.nameAt(moment)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT2H"})
    void whoNeverChangedTheirNameHasOneName(Duration moment) {
        assertThat(new Participant("7", "Anna").nameAt(moment)).isEqualTo("Anna");
    }
}
