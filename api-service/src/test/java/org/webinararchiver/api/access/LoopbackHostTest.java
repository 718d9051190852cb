package org.webinararchiver.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackHostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST",
                "127.0.0.1",
                "127.0.0.1:8080",
                "127.1.2.3:1",
                "[::1]",
                "[::1]:8080"
            })
    void namesOfThisMachine(String host) {
        assertThat(LoopbackHost.is(host)).isTrue();
        assertThat(LoopbackHost.isOrigin("http://" + host)).isTrue();
        assertThat(LoopbackHost.isOrigin("https://" + host)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost@evil.example",
                "evil.example#localhost",
                "localhost:",
                "localhost:8080:8080",
                "128.0.0.1",
                "0.0.0.0",
                "192.168.1.2",
                "[::2]",
                "::1",
                "local host",
                "localhost,evil.example"
            })
    void namesOfOthers(String host) {
        assertThat(LoopbackHost.is(host)).isFalse();
        assertThat(LoopbackHost.isOrigin("http://" + host)).isFalse();
    }

    /** What a browser sends for a sandboxed frame or a file. */
    @Test
    void anOriginThatIsNotToldIsForeign() {
        assertThat(LoopbackHost.isOrigin("null")).isFalse();
        assertThat(LoopbackHost.isOrigin("")).isFalse();
        assertThat(LoopbackHost.isOrigin("file://")).isFalse();
    }
}
