package org.webinararchiver.download.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.download.web.ShortSettings.ShortWay;

class ProxyRulesTest {
    private static final Map<String, String> OF_BOTH =
            Map.of("HTTP_PROXY", "http://plain:3128", "HTTPS_PROXY", "http://secure:3128");

    @Test
    void withoutAnySettingEverythingIsAskedDirectly() {
        var rules = ofEnvironment(Map.of());
        assertThat(rules.all()).isEmpty();
        assertThat(proxyFor(rules, "https://media.example/")).isEmpty();
    }

    @Test
    void theEnvironmentNamesAProxyForEachScheme() {
        var rules = ofEnvironment(OF_BOTH);
        assertThat(proxyFor(rules, "http://media.example/")).contains("plain:3128");
        assertThat(proxyFor(rules, "https://media.example/")).contains("secure:3128");
    }

    @Test
    void aProxyOfOneSchemeIsNotTheOtherOnes() {
        var rules = ofEnvironment(Map.of("HTTPS_PROXY", "secure:3128"));
        assertThat(proxyFor(rules, "http://media.example/")).isEmpty();
    }

    @Test
    void ofTwoSpellingsOfAVariableTheOneInLowerCaseCounts() {
        var rules = ofEnvironment(Map.of("HTTPS_PROXY", "upper:1", "https_proxy", "lower:1"));
        assertThat(proxyFor(rules, "https://media.example/")).contains("lower:1");
    }

    @Test
    void anEmptyVariableIsNone() {
        assertThat(ofEnvironment(Map.of("HTTPS_PROXY", " ", "HTTP_PROXY", "")).all())
                .isEmpty();
    }

    @Test
    void ourOwnSettingCountsForBothSchemesAndTheEnvironmentNoMore() {
        var environment = Map.of("HTTPS_PROXY", "http://secure:3128", "NO_PROXY", "media.example");
        var rules = ProxyRules.of(
                new ShortWay(Optional.of("ours:8080"), Optional.of(List.of("near.example"))), environment);
        assertThat(proxyFor(rules, "http://media.example/")).contains("ours:8080");
        assertThat(proxyFor(rules, "https://media.example/")).contains("ours:8080");
        assertThat(proxyFor(rules, "https://near.example/")).isEmpty();
    }

    @Test
    void noneMeansNoProxyWhateverTheEnvironmentSays() {
        assertThat(ProxyRules.of(new ShortWay(Optional.of("none"), Optional.empty()), OF_BOTH)
                        .all())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "media.example, media.example",
        "media.example, MEDIA.example.",
        "media.example, a.b.media.example",
        ".media.example, media.example",
        "other.example media.example, media.example",
        "'other.example, media.example', media.example",
        "*, media.example",
        "10.0.0.0/8, 10.1.2.3",
        "10.1.2.3, 10.1.2.3",
        "fd00::/8, [fd00::1]",
        "[fd00::1], [fd00::1]",
        "'', localhost",
        "'', a.localhost",
        "'', localhost.",
        "'', 127.0.0.1",
        "'', 127.255.255.255",
        "'', [::1]",
    })
    void whatIsListedAndThisMachineAreAskedDirectly(String listed, String host) {
        assertThat(proxyFor(notFor(listed), "https://" + host + "/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "media.example, xmedia.example",
        "media.example, media.example.org",
        "media.example:8443, media.example",
        "10.0.0.0/8, 11.0.0.0",
        "10.0.0.0/33, 10.0.0.1",
        "a b c d ]] // %, media.example",
        "',,', media.example",
        "0.0.0.1, 10.0.0.0.1",
        "'', 128.0.0.1",
        "'', localhost.example",
    })
    void everythingElseIsAskedThroughTheProxy(String listed, String host) {
        assertThat(proxyFor(notFor(listed), "https://" + host + "/")).contains("proxy:1");
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128, proxy.example, 3128",
        "proxy.example:3128, proxy.example, 3128",
        "HTTP://proxy.example, proxy.example, 80",
        "' http://proxy.example:3128/ ', proxy.example, 3128",
        "http://[::1]:3128, ::1, 3128",
        "http://user:secret@proxy.example:65535, proxy.example, 65535",
    })
    void aProxyIsReadAsPeopleWriteIt(String text, String host, int port) {
        var proxy = WebProxy.parse(text, "archiver.web.proxy");
        assertThat(proxy.host()).isEqualTo(host);
        assertThat(proxy.port()).isEqualTo(port);
        assertThat(proxy.name()).isEqualTo(host + ":" + port);
    }

    @ParameterizedTest
    @CsvSource({
        "Aladdin:open%20sesame, Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "user:a:b%40, Basic dXNlcjphOmJA",
        "user, Basic dXNlcjo=",
    })
    void aPasswordIsDecodedAndKeptSecret(String user, String authorization) {
        var proxy = WebProxy.parse("http://" + user + "@proxy.example:3128", "archiver.web.proxy");
        assertThat(proxy.authorization()).contains(new Secret(authorization));
        assertThat(proxy.toString()).doesNotContain(user).doesNotContain(authorization);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://u:secret@proxy.example:3128",
                "socks5://u:secret@proxy.example:1080",
                "http://u:secret@proxy.example:0",
                "http://u:secret@proxy.example:65536",
                "http://u:secret@proxy.example:port",
                "http://u:se cret@proxy.example:1",
                "http://u:secret%@proxy.example:1",
                "http://u:secret@",
                "http://",
                ":secret"
            })
    void whatIsNoHttpProxyIsRefusedAtTheStartWithoutTellingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebProxy.parse(text, "archiver.web.proxy"))
                .withMessageStartingWith("archiver.web.proxy is not")
                .withMessageNotContainingAny("secret", "se cret")
                .withNoCause();
    }

    private static ProxyRules ofEnvironment(Map<String, String> environment) {
        return ProxyRules.of(new ShortWay(Optional.empty(), Optional.empty()), environment);
    }

    private static ProxyRules notFor(String listed) {
        return ofEnvironment(Map.of("HTTPS_PROXY", "proxy:1", "NO_PROXY", listed));
    }

    private static Optional<String> proxyFor(ProxyRules rules, String url) {
        return rules.proxyFor(HttpUrl.get(url)).map(WebProxy::name);
    }
}
