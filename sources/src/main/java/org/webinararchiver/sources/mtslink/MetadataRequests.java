package org.webinararchiver.sources.mtslink;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.WebRequest;

/**
 * The requests that may bring a recording's metadata, in the order in which they are tried. All go to the link's own
 * host and, for the platform's own links alone, to its gateway: nobody else ever sees the pass.
 */
final class MetadataRequests {
    static final String SESSION_ID = "sessionId";
    static final String ACCESS_TOKEN = "recordAccessToken";

    private final MtsLinkHosts hosts;

    MetadataRequests(MtsLinkHosts hosts) {
        this.hosts = hosts;
    }

    List<WebRequest> of(MtsLinkUrl url, Pass pass) {
        return addresses(url).stream()
                .distinct()
                .map(address -> WebRequest.to(address).withHeaders(Map.of("Accept", "application/json")))
                .map(request -> signed(request, pass))
                .toList();
    }

    private List<URI> addresses(MtsLinkUrl url) {
        var addresses = new ArrayList<URI>();
        paths(url).forEach(path -> addresses.add(url.onSameHost(path)));
        if (hosts.areHomeTo(url.host())) {
            paths(url).forEach(path -> addresses.add(hosts.gateway().resolve(path)));
        }
        return addresses;
    }

    private static List<String> paths(MtsLinkUrl url) {
        var whole = "/api/eventsessions/" + url.eventSession() + "/record?withoutCuts=false";
        return url.recordFile()
                .map(file -> List.of(
                        "/api/event-sessions/" + url.eventSession() + "/record-files/" + file
                                + "/flow?withoutCuts=false",
                        whole))
                .orElse(List.of(whole));
    }

    private static WebRequest signed(WebRequest request, Pass pass) {
        var withCookie = given(pass, SESSION_ID)
                .map(id -> request.withCookie(SESSION_ID, id))
                .orElse(request);
        return given(pass, ACCESS_TOKEN)
                .map(token -> withCookie.withQuery(ACCESS_TOKEN, token))
                .orElse(withCookie);
    }

    /** A secret of the pass; a blank one is none. */
    static Optional<Secret> given(Pass pass, String name) {
        return pass.secret(name).filter(secret -> !secret.value().isBlank());
    }
}
