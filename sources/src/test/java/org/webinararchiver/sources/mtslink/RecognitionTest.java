package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;

class RecognitionTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private final MtsLinkSource source =
            new MtsLinkSource(MtsLinkHosts.PUBLIC, MetadataLimits.STANDARD, Clock.systemUTC());

    @Test
    void aTokenIsKeptApartFromTheLink() {
        var recognised = source.recognise("https://my.mts-link.ru/1/2/record-new/3/" + TOKEN)
                .orElseThrow();
        assertThat(recognised.link())
                .isEqualTo(new RecordingLink(
                        "mts-link", URI.create("https://my.mts-link.ru/1/2/record-new/3"), "mts-link.ru/3"));
        assertThat(recognised.pass()).isEqualTo(Pass.of("recordAccessToken", TOKEN));
    }

    @Test
    void aLinkWithoutATokenNeedsNoPass() {
        assertThat(source.recognise("https://my.mts-link.ru/1/2/record-new/3")
                        .orElseThrow()
                        .pass()
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://my.mts-link.ru/1/2/record-new/3",
                "https://my.mts-link.ru/1/2/record-new/3/",
                "http://my.mts-link.ru/1/2/record-new/3",
                "https://my.mts-link.ru/1/2/record/3?x=1",
                "https://my.mts-link.ru/j/Flant/iot_1007/record-new/3",
                "https://hse.mts-link.ru/1/2/record-new/3",
                "https://events.webinar.ru/1/2/record-new/3/" + TOKEN
            })
    void everyWayToWriteItIsTheSameRecording(String text) {
        assertThat(keyOf(text)).isEqualTo("mts-link.ru/3");
    }

    @ParameterizedTest
    @CsvSource({
        "https://my.mts-link.ru/1/2/record-new/3/record-file/4, mts-link.ru/3/4",
        "https://my.mts-link.ru/1/2/record-new/34, mts-link.ru/34",
        "https://webinar.company.ru/1/2/record-new/3, webinar.company.ru/3",
        "https://webinar.company.ru:8443/1/2/record-new/3, webinar.company.ru:8443/3",
        "https://mts-link.ru.evil.example/1/2/record-new/3, mts-link.ru.evil.example/3",
        "https://evilmts-link.ru/1/2/record-new/3, evilmts-link.ru/3"
    })
    void anotherFileSessionOrHostIsAnotherRecording(String text, String key) {
        assertThat(keyOf(text)).isEqualTo(key);
    }

    @Test
    void thePlatformItselfIsNeverAskedOverPlainHttp() {
        assertThat(source.recognise("http://my.mts-link.ru/1/2/record-new/3")
                        .orElseThrow()
                        .link()
                        .page())
                .hasToString("https://my.mts-link.ru/1/2/record-new/3");
    }

    @Test
    void aHostOfAnyCompanyKeepsItsScheme() {
        assertThat(source.recognise("http://webinar.company.ru/1/2/record-new/3")
                        .orElseThrow()
                        .link()
                        .page())
                .hasToString("http://webinar.company.ru/1/2/record-new/3");
    }

    @Test
    void someOtherAddressIsNotRecognised() {
        assertThat(source.recognise("https://example.com/watch?v=1")).isEmpty();
    }

    private String keyOf(String text) {
        return source.recognise(text).orElseThrow().link().key();
    }
}
