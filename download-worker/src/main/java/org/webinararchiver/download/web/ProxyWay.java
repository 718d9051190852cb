package org.webinararchiver.download.web;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.webinararchiver.core.secret.Secret;

/**
 * Through a proxy, which looks up names and decides what may be reached; only addresses that are written as such can be
 * checked here. HTTPS goes through a tunnel, so that the proxy sees the host and nothing else.
 */
final class ProxyWay implements WayOut {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final String AUTHORIZATION = "Proxy-Authorization";

    private final WebProxy proxy;
    private final ProxyFailures failures;
    private final AddressPolicy policy;
    private final OkHttpClient client;
    private final Duration answerTimeout;

    ProxyWay(OkHttpClient client, WebProxy proxy, AddressPolicy policy, Duration answerTimeout) {
        this.proxy = proxy;
        this.failures = new ProxyFailures(proxy);
        this.policy = policy;
        this.answerTimeout = answerTimeout;
        this.client = client.newBuilder()
                .proxy(proxy.proxy())
                // It is the proxy's name that is looked up, and that was chosen by the operator.
                .dns(Dns.SYSTEM)
                .socketFactory(new ProxySockets())
                .proxyAuthenticator(this::authenticated)
                .eventListenerFactory(call -> call.request().tag(WayToOrigin.class))
                .build();
    }

    @Override
    public Response send(Request request) throws IOException {
        policy.checkWritten(request.url().host());
        var way = new WayToOrigin();
        try {
            var call = client.newCall(request(request, way));
            return answered(AnswerDeadline.within(answerTimeout, call));
        } catch (IOException e) {
            throw failures.explained(e, request.url().host(), way.hasLedThere());
        }
    }

    private Request request(Request request, WayToOrigin way) {
        var outgoing = request.newBuilder().tag(WayToOrigin.class, way);
        // Within a tunnel the origin would see it.
        if (!request.isHttps()) {
            proxy.authorization().map(Secret::value).ifPresent(value -> outgoing.header(AUTHORIZATION, value));
        }
        return outgoing.build();
    }

    /** An origin can say this too, so that it is no sure sign of a proxy that would refuse everything. */
    private Response answered(Response response) throws IOException {
        if (response.code() == PROXY_AUTHENTICATION_REQUIRED
                && !response.request().isHttps()) {
            response.close();
            throw failures.unauthorized(response.request().url().host());
        }
        return response;
    }

    /** Asked before a tunnel is requested, and again when the proxy has refused one; an origin gets no answer. */
    private Request authenticated(Route route, Response response) throws IOException {
        if (!response.request().method().equals("CONNECT")) {
            return null;
        }
        if (response.challenges().stream()
                .noneMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"))) {
            throw failures.credentialsRefused();
        }
        return proxy.authorization()
                .map(value -> response.request()
                        .newBuilder()
                        .header(AUTHORIZATION, value.value())
                        .build())
                .orElse(null);
    }
}
