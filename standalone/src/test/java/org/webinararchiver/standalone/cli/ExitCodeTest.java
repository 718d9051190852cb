package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({
        "COMPLETE, COMPLETE, COMPLETE",
        "COMPLETE, COMPLETE_WITH_GAPS, COMPLETE_WITH_GAPS",
        "COMPLETE_WITH_GAPS, FAILED, FAILED",
        "FAILED, COMPLETE, FAILED"
    })
    void ofSeveralRecordingsTheWorstIsTold(ExitCode one, ExitCode other, ExitCode told) {
        assertThat(one.orWorse(other)).isEqualTo(told);
        assertThat(other.orWorse(one)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETE, 0", "FAILED, 1", "USAGE, 2", "COMPLETE_WITH_GAPS, 3", "INTERRUPTED, 130"})
    void theNumbersAreThoseOfTheHelp(ExitCode code, int number) {
        assertThat(code.number()).isEqualTo(number);
    }
}
