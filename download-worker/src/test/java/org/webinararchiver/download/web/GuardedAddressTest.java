package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.webinararchiver.download.web.LoopbackWeb.allowing;
import static org.webinararchiver.download.web.LoopbackWeb.closed;
import static org.webinararchiver.download.web.LoopbackWeb.get;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.download.web.LoopbackServer.Answer;

/** Addresses as strangers write them. */
@Timeout(60)
class GuardedAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1"})
    void aPrivateAddressIsRefusedHoweverItIsWritten(String host) throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("secret"))) {
            assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> get(closed(), server.onHost(host, "/")));
            assertThat(server.asked()).isEmpty();
        }
    }

    /** Whoever reads them reads something else: an address, another one, or a name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "017700000001",
                "0177.0.0.1",
                "127.0.0.1.",
                "127.0.0.256",
                "1.2.3.4.5",
                "host.1",
                "host.0x",
                "１２７.1",
                "user@127.0.0.1",
                "user:password@127.0.0.1",
                "[fe80::1%25lo]",
                "[::1%25lo]"
            })
    void anOddWayOfWritingAnAddressIsRefusedWhateverItMeans(String host) throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("secret"))) {
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> get(allowing("0.0.0.0/0", "::/0"), server.onHost(host, "/")));
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost.", "１２７.０.０.１", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]"})
    void lettersThatLookLikeOthersLeadToNoPrivateAddress(String host) throws IOException {
        try (var server = LoopbackServer.answering(Answer.text("secret"))) {
            assertThatIOException().isThrownBy(() -> get(closed(), server.onHost(host, "/")));
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "mailto:anna@example.com",
                "/path",
                "http:///path",
                "http://a%00b/",
                "http://host:0/",
                "http://host:65536/",
                "http://host:x/"
            })
    void whatIsNoWebAddressMayNotBeAsked(String uri) {
        assertThatExceptionOfType(ForbiddenAddress.class).isThrownBy(() -> get(closed(), URI.create(uri)));
    }

    @Test
    void anAbsurdlyLongAddressIsRefusedInFewWords() {
        assertThatExceptionOfType(ForbiddenAddress.class)
                .isThrownBy(() -> get(closed(), URI.create("http://host.example/" + "a".repeat(100_000))))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void aNameThatThereIsNotIsAnError() {
        assertThatIOException()
                .isThrownBy(() -> get(closed(), URI.create("http://no-such-host.invalid/")))
                .isNotInstanceOf(ForbiddenAddress.class);
    }
}
