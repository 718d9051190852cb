package org.webinararchiver.sources.mtslink;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.sources.address.AsciiAddress;

/**
 * The address of a recording's page, taken apart. Any host will do, because companies serve the platform under domains
 * of their own: the path is what tells it.
 *
 * @param page where the recording is watched, without query, fragment and access token; ASCII only
 * @param eventSession the platform's number of the session, 1 to 19 digits
 * @param recordFile the number of one cut of the session, 1 to 19 digits
 * @param accessToken opens a shared private recording, 32 hexadecimal digits
 */
public record MtsLinkUrl(URI page, String eventSession, Optional<String> recordFile, Optional<Secret> accessToken) {

    private static final int LONGEST_TEXT = 4096;

    /** RFC 1035, section 2.3.4, as text. What is longer would not fit into an index of the database either. */
    private static final int LONGEST_HOST = 253;

    private static final Pattern BLANK_EDGES = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");
    private static final String NUMBER = "[0-9]{1,19}";
    private static final Pattern PATH = Pattern.compile("(?<page>/(?:" + NUMBER + "/" + NUMBER + "|j/[^/]+/[^/]+)"
            + "/(?:record-new|record)/(?<session>" + NUMBER + ")(?:/record-file/(?<file>" + NUMBER + "))?)"
            + "(?:/(?<token>[0-9a-fA-F]{32}))?/*");

    /** Takes apart what a user pasted; empty when it is not the address of a recording. */
    public static Optional<MtsLinkUrl> parse(String text) {
        var trimmed = BLANK_EDGES.matcher(text).replaceAll("");
        return trimmed.length() > LONGEST_TEXT ? Optional.empty() : parts(beforeQuery(trimmed));
    }

    /** Lower-case host name, without port. */
    public String host() {
        return page.getHost();
    }

    /** Host and port as they stand in {@link #page}: {@code host} or {@code host:port}. */
    public String authority() {
        return page.getRawAuthority();
    }

    /** The same page, never over plain HTTP, where a session id could be read on its way. */
    MtsLinkUrl overHttps() {
        var secure = URI.create("https://" + page.getRawAuthority() + page.getRawPath());
        return new MtsLinkUrl(secure, eventSession, recordFile, accessToken);
    }

    /** An address on the host of the page. */
    public URI onSameHost(String path) {
        return page.resolve(path);
    }

    private static String beforeQuery(String text) {
        return text.split("[?#]", 2)[0];
    }

    private static Optional<MtsLinkUrl> parts(String address) {
        try {
            var uri = AsciiAddress.of(address);
            var path = PATH.matcher(uri.getRawPath() == null ? "" : uri.getRawPath());
            return path.matches() ? pageRoot(uri).flatMap(root -> of(root, path)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<MtsLinkUrl> of(URI root, Matcher path) {
        return Optional.of(new MtsLinkUrl(
                root.resolve(path.group("page")),
                path.group("session"),
                Optional.ofNullable(path.group("file")),
                Optional.ofNullable(path.group("token")).map(Secret::new)));
    }

    /** Scheme, host and a port that is not the scheme's own; empty for anything but a plain web address. */
    private static Optional<URI> pageRoot(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var isWeb = scheme.equals("https") || scheme.equals("http");
        if (!isWeb
                || uri.getHost() == null
                || uri.getHost().length() > LONGEST_HOST
                || uri.getRawUserInfo() != null
                || uri.getPort() == 0
                || uri.getPort() > 65535) {
            return Optional.empty();
        }
        return Optional.of(URI.create(scheme + "://" + plainHost(uri.getHost()) + portOf(uri, scheme)));
    }

    /** The dot at the end of a fully qualified name changes nothing about where it leads. */
    private static String plainHost(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String portOf(URI uri, String scheme) {
        var own = scheme.equals("https") ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == own ? "" : ":" + uri.getPort();
    }
}
