package org.webinararchiver.sources.mtslink;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the platform lives.
 *
 * @param gateway answers for recordings of every host of the platform's own, asked when the link's host does not
 * @param ownDomains the domains, lower case, that are the platform's own together with all names below them; a session
 *     id that is given with a link to one of them may go to the gateway too
 * @param delivery has the same media as playlists
 */
public record MtsLinkHosts(URI gateway, Set<String> ownDomains, URI delivery) {
    private static final Pattern STORED_FILE =
            Pattern.compile("/api-storage/files/wowza(/\\d{4}/\\d{2}/\\d{2}/[0-9A-Za-z_-]+\\.mp4)");

    /** The public service, under its present and its former name (webinar.ru). */
    public static final MtsLinkHosts PUBLIC = new MtsLinkHosts(
            URI.create("https://gw.mts-link.ru"),
            Set.of("mts-link.ru", "webinar.ru"),
            URI.create("https://events-delivery-records.webinar.ru"));

    public MtsLinkHosts {
        ownDomains = Set.copyOf(ownDomains);
    }

    /** Whether this host is the platform's own, not merely one that is named like it. */
    public boolean areHomeTo(String host) {
        return ownDomains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** Where the playlist of a file is that the platform itself stores. */
    Optional<URI> twinOf(URI file) {
        var stored = STORED_FILE.matcher(file.getRawPath());
        return areHomeTo(file.getHost().toLowerCase(Locale.ROOT)) && stored.matches()
                ? Optional.of(delivery.resolve("/record" + stored.group(1) + "/playlist.m3u8"))
                : Optional.empty();
    }

    /** The platform's own hosts answer over HTTPS; one that was given a port is left alone. */
    MtsLinkUrl secured(MtsLinkUrl url) {
        return areHomeTo(url.host()) && url.page().getPort() == -1 ? url.overHttps() : url;
    }
}
