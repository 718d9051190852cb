package org.webinararchiver.media.ffmpeg.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfinementTest {
    private static final List<String> COMMAND = List.of("/usr/bin/ffmpeg", "$(reboot)", "; reboot");
    private static final RunLimits LIMITS = RunLimits.USUAL.withMemory(1025).withOutputFile(513);

    @Test
    void limitsAreRoundedUpToTheUnitsOfTheShell() {
        assertThat(Confinement.around(COMMAND, LIMITS, "linux"))
                .endsWith("ffmpeg", "2", "2", COMMAND.get(0), COMMAND.get(1), COMMAND.get(2));
    }

    @Test
    void theCommandIsNoPartOfTheScript() {
        assertThat(Confinement.around(COMMAND, LIMITS, "linux").get(2)).doesNotContain("reboot");
    }

    @Test
    void memoryIsLeftAloneWhereItCanNotBeLimited() {
        assertThat(Confinement.around(COMMAND, LIMITS, "mac os x")).containsSequence("ffmpeg", "2", "unlimited");
    }

    @Test
    void windowsHasNoSuchShell() {
        assertThat(Confinement.around(COMMAND, LIMITS, "windows 11")).isEqualTo(COMMAND);
    }
}
