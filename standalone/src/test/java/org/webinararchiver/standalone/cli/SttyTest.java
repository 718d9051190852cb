package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.standalone.progress.TerminalSize;

class SttyTest {

    @Test
    void rowsComeFirst() {
        assertThat(Stty.size("24 80")).contains(new TerminalSize(80, 24));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0 0", "0 80", "stty: standard input: Inappropriate ioctl for device"})
    void whatIsNoSizeIsNone(String answer) {
        assertThat(Stty.size(answer)).isEmpty();
    }
}
