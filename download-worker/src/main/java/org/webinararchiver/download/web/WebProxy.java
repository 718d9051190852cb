package org.webinararchiver.download.web;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Credentials;
import org.webinararchiver.core.secret.Secret;

/**
 * An HTTP proxy.
 *
 * @param authorization the value of {@code Proxy-Authorization}, where the proxy wants one
 */
record WebProxy(String host, int port, Optional<Secret> authorization) {
    private static final int USUAL_PORT = 80;

    /**
     * Reads {@code http://user:password@host:port}; all but the host may be left out.
     *
     * @param setting where the text is from, for the complaint, which holds nothing of the text: it may be secret
     */
    static WebProxy parse(String text, String setting) {
        var uri = uri(text.strip());
        if (uri.isEmpty() || uri.get().getPort() == 0 || uri.get().getPort() > 65535) {
            throw new IllegalArgumentException(
                    setting
                            + " is not the address of an HTTP proxy, as in http://proxy.example:3128 or"
                            + " http://user:password@proxy.example:3128 (signs in a password may need percent-encoding);"
                            + " proxies that are spoken to in TLS or SOCKS are not supported, and archiver.web.proxy=none goes without");
        }
        var port = uri.get().getPort() < 0 ? USUAL_PORT : uri.get().getPort();
        return new WebProxy(plainHost(uri.get()), port, authorization(uri.get()));
    }

    private static Optional<URI> uri(String text) {
        try {
            var uri = new URI(text.contains("://") ? text : "http://" + text);
            return "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String plainHost(URI uri) {
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    private static Optional<Secret> authorization(URI uri) {
        return Optional.ofNullable(uri.getUserInfo()).map(info -> {
            var parts = info.split(":", 2);
            return new Secret(Credentials.basic(parts[0], parts.length < 2 ? "" : parts[1], StandardCharsets.UTF_8));
        });
    }

    /** What it may be called in logs and messages. */
    String name() {
        return host + ":" + port;
    }

    Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}
