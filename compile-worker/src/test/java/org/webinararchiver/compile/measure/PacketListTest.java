package org.webinararchiver.compile.measure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.compile.measure.Expectation.Run;

class PacketListTest {
    private static final String HEAD = """
            #software: Lavf62.3.100
            #tb 0: 1/100
            #media_type 0: video
            #tb 1: 1/48000
            """;

    @Test
    void timeThatGoesOnInEachStreamIsRight() {
        assertThatCode(() -> check(HEAD + """
                        0,          0,          0,        4,      500, 0x12345678
                        1,          0,          0,     1024,      300, 0x12345678
                        0,          4,          4,        4,      500, 0x12345678, F=0x0
                        1,       1024,       1024,     1024,      300, 0x12345678
                        """, new Run(Duration.ZERO, 2, false)))
                .doesNotThrowAnyException();
    }

    @Test
    void timeThatStandsStillIsAFlaw() {
        assertThatThrownBy(() -> check(HEAD + """
                        1,          0,          0,     1024,      300, 0x12345678
                        1,          0,          0,     1024,      300, 0x12345678
                        """))
                .isInstanceOf(Flaw.class)
                .hasMessageContaining("stream 1 goes back in time at PT0S");
    }

    @Test
    void framesInAnotherOrderThanTheyAreShownAreRight() {
        assertThatCode(() ->
                        check(HEAD + """
                        0,         -8,          0,        4,      500, 0x12345678
                        0,         -4,         12,        4,      500, 0x12345678
                        0,          0,          4,        4,      500, 0x12345678
                        0,          4,          8,        4,      500, 0x12345678
                        """, new Run(Duration.ZERO, 2, false), new Run(Duration.ofMillis(80), 2, false)))
                .doesNotThrowAnyException();
    }

    @Test
    void aStreamWithoutAClockIsAFlaw() {
        assertThatThrownBy(() -> check("0, 0, 0, 4, 500, 0x12345678\n"))
                .isInstanceOf(Flaw.class)
                .hasMessage("stream 0 has no clock");
    }

    private static void check(String list, Run... runs) throws Exception {
        new PacketList(List.of(runs)).check(new BufferedReader(new StringReader(list)));
    }
}
