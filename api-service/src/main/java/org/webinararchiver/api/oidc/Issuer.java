package org.webinararchiver.api.oidc;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Who makes the tokens that are taken.
 *
 * @param name as tokens have it
 * @param jwks where the keys are, if that is said
 */
record Issuer(String name, Set<String> audience, Optional<HttpUrl> jwks) {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1", Pattern.CASE_INSENSITIVE);

    /**
     * The one of the settings, if there is one.
     *
     * @throws IllegalArgumentException when a setting is missing or has no meaning, in words for the operator
     */
    static Optional<Issuer> of(OidcSettings settings) {
        return settings.issuer()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> {
                    address("archiver.oidc.issuer", name);
                    var audience = Set.copyOf(settings.audience()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "archiver.oidc.audience is needed beside archiver.oidc.issuer: for whom tokens must be, or those that"
                                            + " are for other programs would be taken")));
                    return new Issuer(name, audience, settings.jwks().map(url -> address("archiver.oidc.jwks", url)));
                });
    }

    /** Where it tells of itself (OpenID Connect Discovery 1.0, section 4). */
    HttpUrl discovery() {
        var base = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return HttpUrl.get(base + "/.well-known/openid-configuration");
    }

    /** Whoever is between here and there could make keys, were it not for TLS. */
    static HttpUrl address(String what, String text) {
        var url = HttpUrl.parse(text);
        if (url == null || !(url.isHttps() || THIS_MACHINE.matcher(url.host()).matches())) {
            throw new IllegalArgumentException(what + " is no address that begins with https://: " + text);
        }
        return url;
    }
}
