package org.webinararchiver.download.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Which addresses are asked through a proxy. Our own setting decides alone when it is there; else the variables that
 * other programs heed too do.
 */
record ProxyRules(Optional<WebProxy> ofHttp, Optional<WebProxy> ofHttps, DirectHosts direct) {
    private static final String NONE = "none";

    /**
     * What the settings say, or the environment where they say nothing.
     *
     * @throws IllegalArgumentException when something is no proxy
     */
    static ProxyRules of(WebSettings.Way settings, Map<String, String> environment) {
        var set = settings.proxy().filter(text -> !text.isBlank());
        if (set.isEmpty()) {
            return ofEnvironment(environment);
        }
        var proxy = set.filter(text -> !text.strip().equalsIgnoreCase(NONE))
                .map(text -> WebProxy.parse(text, "archiver.web.proxy"));
        return new ProxyRules(proxy, proxy, new DirectHosts(settings.noProxy().orElse(List.of())));
    }

    private static ProxyRules ofEnvironment(Map<String, String> environment) {
        var direct = variable(environment, "no_proxy").stream()
                .flatMap(hosts -> Arrays.stream(hosts.split("[,\\s]+")))
                .toList();
        return new ProxyRules(
                proxyIn(environment, "http_proxy"), proxyIn(environment, "https_proxy"), new DirectHosts(direct));
    }

    private static Optional<WebProxy> proxyIn(Map<String, String> environment, String name) {
        return variable(environment, name).map(text -> WebProxy.parse(text, name));
    }

    /** In lower case first, as curl does. */
    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    /** The proxies that are used at all. */
    Set<WebProxy> all() {
        return Stream.of(ofHttp, ofHttps).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** The proxy that this address is asked through; empty for one that is asked directly. */
    Optional<WebProxy> proxyFor(HttpUrl url) {
        var proxy = url.isHttps() ? ofHttps : ofHttp;
        return proxy.filter(there -> !direct.contains(url.host()));
    }
}
