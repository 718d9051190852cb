package org.webinararchiver.sources.mtslink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
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
}
