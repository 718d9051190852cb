package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.sources.mtslink.Recording.camera;
import static org.webinararchiver.sources.mtslink.Recording.event;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses of files, as a platform that was broken into might tell them. */
class HostileAddressTest {

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "https://",
                "https://media.example/\u0000",
                "https://media.example/a\r\nX-More: b",
                "https://media.example/\u001b",
                "https://media.example/\ud800",
                "https://media.example/\udc00a",
                "https://media.example/a b",
                "https://media.example/%",
                "https://media.example\\@other.example/",
                "https://user:password@media.example/a",
                "https://[fe80::1%25lo]/a",
                "https://me\u0000dia.example/a",
                "https://пример.рф/a",
                "//media.example/a",
                "file:///etc/passwd",
                "data:video/mp4;base64,AAAA",
                "jar:https://media.example/a!/b",
                "https://media.example/" + "a".repeat(100_000),
                "https://" + "a".repeat(100_000) + "/");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void itIsCountedAndTheRestIsPlanned(String address) throws Exception {
        var manifest = Recording.ofEvents(camera("1", "good"), file(address));
        assertThat(manifest.segments())
                .extracting(segment -> segment.url().toString())
                .containsExactly("https://media.example/good");
        assertThat(manifest.proceedings().reading().odd().values()).containsExactly(1);
    }

    @Test
    void lettersOfAnyScriptInAPathAreEncoded() throws Exception {
        var manifest = Recording.ofEvents(file("https://media.example/Лекция.mp4?a=б"));
        assertThat(manifest.segments())
                .extracting(segment -> segment.url().toString())
                .containsExactly("https://media.example/%D0%9B%D0%B5%D0%BA%D1%86%D0%B8%D1%8F.mp4?a=%D0%B1");
    }

    /** Escaped, since half of a letter has no bytes of its own. */
    private static String json(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "\"", "\""));
    }

    private static String file(String address) {
        return event(
                "mediasession.add",
                "2",
                "{\"id\":11,\"url\":" + json(address) + ",\"stream\":{\"id\":7,\"conference\":{\"id\":5}}}");
    }
}
