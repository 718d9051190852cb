package org.webinararchiver.api.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,0",
        "bytes=0-99,0,99",
        "bytes=0-100,0,99",
        "bytes=99-,99,99",
        "bytes=10-19,10,19",
        "bytes=-1,99,99",
        "bytes=-100,0,99",
        "bytes=-101,0,99",
        "Bytes = 5 - 6,5,6",
        "bytes=0-999999999999999999,0,99"
    })
    void aRangeIsThatPartOfTheHundredBytes(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void ofSomeTheFileHasNothing(String header) {
        assertThat(ByteRange.of(header, 100))
                .hasValueSatisfying(part -> assertThat(part.isSatisfiable()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=1-2,4-5",
                "lines=1-2",
                "bytes=--5",
                "bytes=1.5-2",
                "bytes=9999999999999999999-"
            })
    void whatIsNotUnderstoodIsIgnored(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoParts() {
        assertThat(ByteRange.of("bytes=0-", 0).orElseThrow().isSatisfiable()).isFalse();
        assertThat(ByteRange.of("bytes=-5", 0).orElseThrow().isSatisfiable()).isFalse();
    }
}
