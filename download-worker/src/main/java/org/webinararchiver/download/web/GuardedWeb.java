package org.webinararchiver.download.web;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jboss.logging.Logger;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;

/**
 * The web, with every address checked and every secret kept to the host it is meant for. Made before any task is begun:
 * a wrong setting ends the program at its start, and no recording fails for it.
 */
@Startup(GuardedWeb.BEFORE_WORKERS)
@ApplicationScoped
public class GuardedWeb implements Web {
    static final int BEFORE_WORKERS = 1;

    private static final Logger LOG = Logger.getLogger(GuardedWeb.class);
    private static final int REDIRECTS_AT_MOST = 5;

    /**
     * Connections that are kept for later requests: as many as any budget has at once. With fewer, those that a busy
     * worker has no file for just now would be closed and made anew. Who leases them says when they are to go.
     */
    private static final int KEPT_AT_MOST = 64;

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    /** Media hosts refuse what does not look like a browser. */
    private static final String USER_AGENT =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";

    private final OkHttpClient client;
    private final ProxyRules proxies;
    private final Map<WebProxy, WayOut> throughProxies = new HashMap<>();
    private final WayOut direct;

    @Inject
    public GuardedWeb(WebSettings settings) {
        this(settings, System.getenv(), new OkHttpClient());
    }

    GuardedWeb(WebSettings settings, Map<String, String> environment, OkHttpClient base) {
        var policy = new AddressPolicy(settings.allowPrivateHosts().orElse(List.of()));
        this.client = base.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .connectionPool(new ConnectionPool(KEPT_AT_MOST, KEPT_FOR.toMillis(), TimeUnit.MILLISECONDS))
                .build();
        this.direct = new DirectWay(client, new GuardedDns(policy), settings.answerTimeout());
        this.proxies = ProxyRules.of(settings.web(), environment);
        for (var proxy : proxies.all()) {
            LOG.infof("the web is asked through the proxy %s, which decides what may be reached", proxy.name());
            throughProxies.put(proxy, new ProxyWay(client, proxy, policy, settings.answerTimeout()));
        }
    }

    @Override
    public WebAnswer get(WebRequest request) throws IOException {
        var first = PlainAddress.of(request.uri());
        var url = withSecretQuery(first, request);
        for (int redirects = 0; redirects <= REDIRECTS_AT_MOST; redirects++) {
            var response = send(url, request, sameHost(first, url));
            var next = redirection(response);
            if (next.isEmpty()) {
                return answer(response, request);
            }
            response.close();
            url = followed(url, next.get(), request);
        }
        throw new IOException("%s redirects more than %d times"
                .formatted(PlainAddress.shown(request.uri().toString()), REDIRECTS_AT_MOST));
    }

    /** Where the answer leads to; empty for one that leads nowhere, or to anything but a web address. */
    private static Optional<HttpUrl> redirection(Response response) {
        var location = response.isRedirect() ? response.header("Location") : null;
        return Optional.ofNullable(location)
                .map(link -> response.request().url().resolve(link));
    }

    /** A host that is asked with a secret may repeat it in the address that it redirects to. */
    private static HttpUrl followed(HttpUrl from, HttpUrl to, WebRequest request) throws ForbiddenAddress {
        boolean hasSecrets = !request.secretCookies().isEmpty()
                || !request.secretQuery().isEmpty()
                || !request.secretHeaders().isEmpty();
        if (hasSecrets && from.isHttps() && !to.isHttps()) {
            throw new ForbiddenAddress(
                    "%s redirects to an address without encryption, where others could read the session."
                            .formatted(from.host()),
                    "Open the link in a browser, and submit the address of the recording's page as it is shown there.");
        }
        return PlainAddress.plain(to);
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
        if (withSecrets) {
            SecretHeaders.add(request.secretHeaders(), outgoing);
        }
        var way = proxies.proxyFor(url).map(throughProxies::get).orElse(direct);
        return way.send(outgoing.build());
    }

    private static boolean sameHost(HttpUrl one, HttpUrl other) {
        return one.host().equals(other.host()) && one.port() == other.port() && one.isHttps() == other.isHttps();
    }

    private static HttpUrl withSecretQuery(HttpUrl url, WebRequest request) {
        var whole = url.newBuilder();
        request.secretQuery().forEach((name, secret) -> whole.addQueryParameter(name, secret.value()));
        return whole.build();
    }

    private static WebAnswer answer(Response response, WebRequest request) {
        var plain = request.secretCookies().isEmpty() && request.secretQuery().isEmpty();
        var from = Optional.of(response.request().url().uri()).filter(url -> plain);
        return new WebAnswer(
                response.code(), headers(response), from, response.body().byteStream());
    }

    private static Map<String, String> headers(Response response) {
        var headers = new HashMap<String, String>();
        response.headers()
                .forEach(header -> headers.putIfAbsent(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
        return headers;
    }
}
