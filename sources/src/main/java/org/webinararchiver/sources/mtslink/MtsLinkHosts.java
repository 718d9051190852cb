package org.webinararchiver.sources.mtslink;

import java.net.URI;
import java.util.Set;

/**
 * Where the platform lives.
 *
 * @param gateway answers for recordings of every host of the platform's own, asked when the link's host does not
 * @param ownDomains the domains, lower case, that are the platform's own together with all names below them; a session
 *     id that is given with a link to one of them may go to the gateway too
 */
public record MtsLinkHosts(URI gateway, Set<String> ownDomains) {

    /** The public service, under its present and its former name (webinar.ru). */
    public static final MtsLinkHosts PUBLIC =
            new MtsLinkHosts(URI.create("https://gw.mts-link.ru"), Set.of("mts-link.ru", "webinar.ru"));

    public MtsLinkHosts {
        ownDomains = Set.copyOf(ownDomains);
    }

    /** Whether this host is the platform's own, not merely one that is named like it. */
    public boolean areHomeTo(String host) {
        return ownDomains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** The platform's own hosts answer over HTTPS; one that was given a port is left alone. */
    MtsLinkUrl secured(MtsLinkUrl url) {
        return areHomeTo(url.host()) && url.page().getPort() == -1 ? url.overHttps() : url;
    }
}
