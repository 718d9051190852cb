package org.webinararchiver.download.web;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.NotAsked;

/**
 * Tells whose failure it is when something fails behind a proxy. Only what would meet every request alike is an outage:
 * a stranger's link, which may lead to a host that the proxy cannot stand, must not be able to stop a worker.
 */
final class ProxyFailures {
    /** The client has no other way of telling which status a tunnel was refused with. */
    private static final Pattern NO_TUNNEL = Pattern.compile("Unexpected response code for CONNECT: (\\d+)");

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final WebProxy proxy;

    ProxyFailures(WebProxy proxy) {
        this.proxy = proxy;
    }

    /** @param reached whether the connection had come through to the host */
    IOException explained(IOException e, String host, boolean reached) {
        if (e instanceof NotAsked || e instanceof ProxyTrouble) {
            return e;
        }
        if (e instanceof ProxySockets.NotThere || e instanceof UnknownHostException) {
            return away(e);
        }
        var refused = NO_TUNNEL.matcher(String.valueOf(e.getMessage()));
        if (refused.matches()) {
            return refused(host, Integer.parseInt(refused.group(1)));
        }
        return reached
                ? e
                : new ProxyTrouble(
                        "The proxy %s broke off on the way to %s: %s".formatted(proxy.name(), host, e.getMessage()), e);
    }

    private NotAsked away(IOException e) {
        return new NotAsked(new Failure.OurOutage(
                "proxy-away",
                "The proxy %s cannot be reached: %s".formatted(proxy.name(), e.getMessage()),
                "Look whether the proxy is up and whether archiver.web.proxy or HTTPS_PROXY names the right one.",
                Remedy.TIME));
    }

    NotAsked credentialsRefused() {
        return new NotAsked(new Failure.OurOutage(
                "proxy-refuses-us",
                "The proxy %s does not accept our user name and password (407).".formatted(proxy.name()),
                "Give them as http://user:password@host:port in archiver.web.proxy; only the scheme Basic is supported.",
                Remedy.OPERATOR));
    }

    ProxyTrouble unauthorized(String host) {
        return new ProxyTrouble(
                "The proxy %s wants another user name or password to ask %s (407).".formatted(proxy.name(), host));
    }

    private IOException refused(String host, int status) {
        boolean mayPass = status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
        return mayPass
                ? new ProxyTrouble("The proxy %s could not reach %s (%d).".formatted(proxy.name(), host, status))
                : new ForbiddenAddress(
                        "The proxy %s does not let us ask %s (%d).".formatted(proxy.name(), host, status),
                        "Ask whoever runs the proxy to allow this host.");
    }
}
