package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginNameTest {

    @ParameterizedTest
    @CsvSource({
        "https://media.example/a, media.example",
        "HTTPS://Media.Example/, media.example",
        "https://media.example:443/b?c, media.example",
        "http://media.example:80, media.example",
        "https://media.example./, media.example",
        "https://media.example:8443/, media.example:8443",
        "https://пример.рф/, xn--e1afmkfd.xn--p1ai",
        "http://127.0.0.1:1/, 127.0.0.1:1",
        "http://[::1]:8080/, [::1]:8080",
        "http://[0:0::1]/, [::1]",
    })
    void anOriginHasOneNameHoweverItsAddressIsWritten(String address, String name) {
        assertThat(OriginName.of(URI.create(address))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///a", "/a", "http:///a", "http://user@host/", "mailto:a@b"})
    void whatIsNoAddressInTheWebIsNowhere(String address) {
        assertThat(OriginName.of(URI.create(address))).isEqualTo("-");
    }

    /** Names are rows' keys in the database, where a long one finds no place. */
    @Test
    void aNameIsNeverLong() {
        assertThat(OriginName.of(URI.create("https://" + "a.".repeat(2000) + "example/")))
                .isEqualTo("-");
        assertThat(OriginName.of(URI.create("https://" + "a".repeat(64) + ".example/")))
                .isEqualTo("-");
        assertThat(OriginName.of(URI.create("https://" + "a.".repeat(100) + "example/")))
                .hasSize(207);
    }
}
