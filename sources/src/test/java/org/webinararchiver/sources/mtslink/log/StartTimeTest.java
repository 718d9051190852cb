package org.webinararchiver.sources.mtslink.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-22T12:22:20+0300, 2026-09-22T12:22:20+03:00",
        "2026-09-22T12:22:20+03:00, 2026-09-22T12:22:20+03:00",
        "2026-09-22T12:22:20+03, 2026-09-22T12:22:20+03:00",
        "2026-09-22T12:22:20-0930, 2026-09-22T12:22:20-09:30",
        "2026-09-22T12:22:20.5Z, 2026-09-22T12:22:20.5Z",
        "2026-09-22T12:22:20+0000, 2026-09-22T12:22:20Z"
    })
    void theOffsetMayBeWrittenInAnyWay(String text, OffsetDateTime expected) {
        assertThat(StartTime.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-09-22",
                "2026-09-22T12:22:20",
                "2026-13-22T12:22:20Z",
                "yesterday",
                "1999-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59Z"
            })
    void aTimeThatCannotBeReadIsUnknown(String text) {
        assertThat(StartTime.parse(text)).isEmpty();
    }
}
