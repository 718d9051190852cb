package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtsLinkHostsTest {

    @ParameterizedTest
    @ValueSource(strings = {"my.mts-link.ru", "hse.mts-link.ru", "a.b.mts-link.ru", "mts-link.ru", "events.webinar.ru"})
    void thePlatformIsAtHomeOnItsDomainsAndBelow(String host) {
        assertThat(MtsLinkHosts.PUBLIC.areHomeTo(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mts-link.ru.evil.example",
                "evilmts-link.ru",
                "my-mts-link.ru",
                "my.mts-link.ru.com",
                "webinar.ru.example",
                "webinar.company.ru",
                "ru",
                "127.0.0.1"
            })
    void aHostThatIsOnlyNamedLikeItIsNotThePlatform(String host) {
        assertThat(MtsLinkHosts.PUBLIC.areHomeTo(host)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://events-storage.webinar.ru/api-storage/files/wowza/2026/01/28/0f1e.mp4, /record/2026/01/28/0f1e.mp4/playlist.m3u8",
        "https://events-storage.webinar.ru/api-storage/files/wowza/2026/01/28/0f1e.mp4?x=1, /record/2026/01/28/0f1e.mp4/playlist.m3u8",
        "https://Storage.MTS-Link.ru/api-storage/files/wowza/2026/01/28/0f1e.mp4, /record/2026/01/28/0f1e.mp4/playlist.m3u8"
    })
    void aFileInThePlatformsStorageHasATwin(URI file, String twin) {
        assertThat(MtsLinkHosts.PUBLIC.twinOf(file))
                .contains(URI.create("https://events-delivery-records.webinar.ru" + twin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.example/api-storage/files/wowza/2026/01/28/0f1e.mp4",
                "https://events-storage.webinar.ru/api-storage/files/wowza/2026/01/0f1e.mp4",
                "https://events-storage.webinar.ru/api-storage/files/wowza/2026/01/28/../0f1e.mp4",
                "https://events-storage.webinar.ru/api-storage/files/wowza/2026/01/28/0f1e.webm",
                "https://events-storage.webinar.ru/",
                "https://events-storage.webinar.ru"
            })
    void anyOtherFileHasNone(URI file) {
        assertThat(MtsLinkHosts.PUBLIC.twinOf(file)).isEmpty();
    }
}
