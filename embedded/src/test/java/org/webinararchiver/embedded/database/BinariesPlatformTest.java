package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.embedded.EmbeddedServerException;

class BinariesPlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
        "Windows 11, amd64, postgres-windows-x86_64.txz",
        "Windows Server 2025, aarch64, postgres-windows-x86_64.txz",
    })
    void theArchiveIsNamedByTheMachine(String system, String architecture, String resource) {
        assertThat(BinariesPlatform.of(system, architecture).archiveName()).isEqualTo(resource);
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "Linux, x86", "SunOS, amd64"})
    void anotherMachineIsToldWhatToDo(String system, String architecture) {
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> BinariesPlatform.of(system, architecture))
                .withMessageContaining(system)
                .satisfies(refused -> assertThat(refused.advice()).contains("of your own"));
    }

    @Test
    void theBuildBringsTheProgramsOfItsOwnMachineAlong() {
        assertThat(BinariesPlatform.current().archive()).isPresent();
    }

    @Test
    void theBuildWroteDownTheVersion() {
        var version = BinariesVersion.builtIn();
        assertThat(version.full()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(version.full()).startsWith(version.major() + ".");
    }
}
