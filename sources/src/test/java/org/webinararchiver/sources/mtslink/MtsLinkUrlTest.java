package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.secret.Secret;

class MtsLinkUrlTest {
    private static final String TOKEN = "0123456789abcdef0123456789ABCDEF";

    @ParameterizedTest
    @CsvSource({
        "https://my.mts-link.ru/88314261/9993004207/record-new/9556828372/record-file/1694976671, 9556828372, 1694976671",
        "https://my.mts-link.ru/12345678/987654321/record-new/123456789, 123456789,",
        "https://my.mts-link.ru/12345678/987654321/record/123456789, 123456789,",
        "https://my.mts-link.ru/1/2/record/3/record-file/4, 3, 4",
        "https://my.mts-link.ru/j/Flant/iot_1007/record-new/19856070522, 19856070522,",
        "https://my.mts-link.ru/j/Flant/iot_1007/record/19856070522, 19856070522,",
        "https://my.mts-link.ru/j/12/34/record-new/5/record-file/6, 5, 6",
        "https://hse.mts-link.ru/1/2/record-new/3, 3,",
        "https://events.webinar.ru/21390906/1068308362/record-new/1285041197, 1285041197,",
        "https://webinar.company.ru/1/2/record-new/3, 3,",
        "https://webinar.company.ru:8443/1/2/record-new/3, 3,",
        "http://127.0.0.1:39211/1/2/record-new/3/record-file/4, 3, 4",
        "http://[::1]:39211/1/2/record-new/3, 3,",
        "https://my.mts-link.ru/1/2/record-new/9999999999999999999, 9999999999999999999,",
        "https://my.mts-link.ru/j/%D0%9E%D1%80%D0%B3/a.b-c~d/record-new/3, 3,",
    })
    void everyFormOfLinkIsTakenApart(String text, String session, String file) {
        var url = MtsLinkUrl.parse(text).orElseThrow();
        assertThat(url.page()).hasToString(text);
        assertThat(url.eventSession()).isEqualTo(session);
        assertThat(url.recordFile()).isEqualTo(Optional.ofNullable(file));
        assertThat(url.accessToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://my.mts-link.ru/1/2/record-new/3/record-file/4",
                "https://my.mts-link.ru/1/2/record-new/3",
                "https://my.mts-link.ru/1/2/record/3",
                "https://my.mts-link.ru/j/Flant/iot_1007/record-new/3",
                "https://webinar.company.ru/1/2/record-new/3"
            })
    void anAccessTokenIsSplitOff(String page) {
        var url = MtsLinkUrl.parse(page + "/" + TOKEN).orElseThrow();
        assertThat(url.page()).hasToString(page);
        assertThat(url.accessToken()).contains(new Secret(TOKEN));
        assertThat(url.toString()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://my.mts-link.ru/1/2/record-new/3/",
                "https://my.mts-link.ru/1/2/record-new/3//",
                "https://my.mts-link.ru/1/2/record-new/3?utm=a|b c&x=%zz",
                "https://my.mts-link.ru/1/2/record-new/3/?",
                "https://my.mts-link.ru/1/2/record-new/3#a?b#c",
                "\t https://my.mts-link.ru/1/2/record-new/3 \r\n",
                "\u00a0\u200b\ufeffhttps://my.mts-link.ru/1/2/record-new/3\u00a0",
                "HTTPS://My.MTS-Link.ru/1/2/record-new/3",
                "https://my.mts-link.ru:443/1/2/record-new/3",
                "https://my.mts-link.ru./1/2/record-new/3"
            })
    void whatDoesNotMatterIsLeftOut(String text) {
        assertThat(MtsLinkUrl.parse(text).orElseThrow().page()).hasToString("https://my.mts-link.ru/1/2/record-new/3");
    }

    @Test
    void wordsOfAnyScriptArePercentEncoded() {
        assertThat(MtsLinkUrl.parse("https://my.mts-link.ru/j/Орг/b/record-new/3")
                        .orElseThrow()
                        .page())
                .hasToString("https://my.mts-link.ru/j/%D0%9E%D1%80%D0%B3/b/record-new/3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "my.mts-link.ru/1/2/record-new/3",
                "https://my.mts-link.ru",
                "https://my.mts-link.ru/",
                "https://my.mts-link.ru/1/2",
                "https://my.mts-link.ru/1/2/record-new/",
                "https://my.mts-link.ru/1/2/record-new/three",
                "https://my.mts-link.ru/1/2/record-new/99999999999999999999",
                "https://my.mts-link.ru/1/2/record-new/-3",
                "https://my.mts-link.ru/1/2/record-new/\u0663",
                "https://my.mts-link.ru/1/2/record-new/3/record-file",
                "https://my.mts-link.ru/1/2/record-new/3/record-file/x",
                "https://my.mts-link.ru/1/2/record-new/3/4",
                "https://my.mts-link.ru/1/2/record-new/3/0123456789abcdef0123456789abcde",
                "https://my.mts-link.ru/1/2/record-new/3/0123456789abcdef0123456789abcdef0",
                "https://my.mts-link.ru/1/2/record-new/3/0123456789abcdef0123456789abcdeg",
                "https://my.mts-link.ru/1/2/record-new/3/0123456789abcdef0123456789abcdef/4",
                "https://my.mts-link.ru/1/2/records/3",
                "https://my.mts-link.ru/1/2/RECORD-NEW/3",
                "https://my.mts-link.ru/record-new/3",
                "https://my.mts-link.ru/2/record-new/3",
                "https://my.mts-link.ru/0/1/2/record-new/3",
                "https://my.mts-link.ru//1/2/record-new/3",
                "https://my.mts-link.ru/Flant/iot/record-new/3",
                "https://my.mts-link.ru/j/Flant/record-new/3",
                "https://my.mts-link.ru/j//iot/record-new/3",
                "https://my.mts-link.ru/a b/2/record-new/3",
                "https://user@my.mts-link.ru/1/2/record-new/3",
                "https://my.mts-link.ru:pass@evil.example/1/2/record-new/3",
                "https://my.mts-link.ru\\@evil.example/1/2/record-new/3",
                "https://evil.example#@my.mts-link.ru/1/2/record-new/3",
                "https:///1/2/record-new/3",
                "https://my.mts-link.ru:0/1/2/record-new/3",
                "https://my.mts-link.ru:65536/1/2/record-new/3",
                "ftp://my.mts-link.ru/1/2/record-new/3",
                "file:///1/2/record-new/3",
                "javascript:alert(1)//my.mts-link.ru/1/2/record-new/3",
                "https://my.mts-link.ru/1/2/record-new/3 https://my.mts-link.ru/1/2/record-new/3"
            })
    void anythingElseIsNoLink(String text) {
        assertThat(MtsLinkUrl.parse(text)).isEmpty();
    }

    @Test
    void aTextOfEndlessLengthIsNoLink() {
        assertThat(MtsLinkUrl.parse("https://my.mts-link.ru/1/2/record-new/3?" + "x".repeat(4096)))
                .isEmpty();
    }

    @Test
    void aHostIsAsLongAsANameMayBe() {
        var longest = "a.".repeat(125) + "abc";
        assertThat(MtsLinkUrl.parse("https://" + longest + "/1/2/record-new/3")).isPresent();
        assertThat(MtsLinkUrl.parse("https://" + longest + "d/1/2/record-new/3"))
                .isEmpty();
    }
}
