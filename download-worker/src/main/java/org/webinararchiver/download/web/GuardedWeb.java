package org.webinararchiver.download.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;

/** The web, with every address checked and every secret kept to the host it is meant for. */
@ApplicationScoped
public class GuardedWeb implements Web {
    private static final int REDIRECTS_AT_MOST = 5;

    /** Media hosts refuse what does not look like a browser. */
    private static final String USER_AGENT =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";

    private final GuardedDns dns;
    private final OkHttpClient client;

    public GuardedWeb(WebSettings settings) {
        this.dns = new GuardedDns(new AddressPolicy(settings.allowPrivateHosts().orElse(List.of())));
        this.client = new OkHttpClient.Builder()
                .dns(dns)
                // A proxy would resolve names by itself, out of the guard's sight.
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .build();
    }

    @Override
    public WebAnswer get(WebRequest request) throws IOException {
        var first = parsed(request);
        var url = withSecretQuery(first, request);
        for (int redirects = 0; redirects <= REDIRECTS_AT_MOST; redirects++) {
            var response = send(url, request, sameHost(first, url));
            var next = redirection(response);
            if (next.isEmpty()) {
                return answer(response);
            }
            response.close();
            url = next.get();
        }
        throw new IOException("%s redirects more than %d times".formatted(request.uri(), REDIRECTS_AT_MOST));
    }

    private static HttpUrl parsed(WebRequest request) throws IOException {
        var url = HttpUrl.parse(request.uri().toString());
        if (url == null) {
            throw new IOException("not a web address: " + request.uri());
        }
        return url;
    }

    /** Where the answer leads to; empty for one that leads nowhere, or to anything but a web address. */
    private static Optional<HttpUrl> redirection(Response response) {
        var location = response.isRedirect() ? response.header("Location") : null;
        return Optional.ofNullable(location)
                .map(link -> response.request().url().resolve(link));
    }

    /** Closes what is kept open for later requests; what is in use goes on. */
    public void closeIdleConnections() {
        client.connectionPool().evictAll();
    }

    private Response send(HttpUrl url, WebRequest request, boolean withSecrets) throws IOException {
        var outgoing = new Request.Builder().url(url).header("User-Agent", USER_AGENT);
        request.headers().forEach(outgoing::header);
        if (withSecrets && !request.secretCookies().isEmpty()) {
            outgoing.header("Cookie", Cookies.header(request.secretCookies()));
        }
        try {
            checkAddress(url);
            return client.newCall(outgoing.build()).execute();
        } catch (IOException e) {
            throw GuardedDns.refusalIn(e);
        }
    }

    /** The client does not look up what it takes for an address, of which there are more ways of writing than one. */
    private void checkAddress(HttpUrl url) throws IOException {
        dns.lookup(url.host());
    }

    private static boolean sameHost(HttpUrl one, HttpUrl other) {
        return one.host().equals(other.host()) && one.port() == other.port() && one.isHttps() == other.isHttps();
    }

    private static HttpUrl withSecretQuery(HttpUrl url, WebRequest request) {
        var whole = url.newBuilder();
        request.secretQuery().forEach((name, secret) -> whole.addQueryParameter(name, secret.value()));
        return whole.build();
    }

    private static WebAnswer answer(Response response) {
        return new WebAnswer(response.code(), headers(response), response.body().byteStream());
    }

    private static Map<String, String> headers(Response response) {
        var headers = new HashMap<String, String>();
        response.headers()
                .forEach(header -> headers.putIfAbsent(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
        return headers;
    }
}
