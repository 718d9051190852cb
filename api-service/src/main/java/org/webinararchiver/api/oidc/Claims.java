package org.webinararchiver.api.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a token says of somebody, as the settings have it read. */
final class Claims {
    private static final int LONGEST = 200;

    private final OidcSettings settings;

    Claims(OidcSettings settings) {
        this.settings = settings;
    }

    /** Empty when it does not say whose recordings are meant. */
    Optional<Person> person(String subject, Map<String, Object> claims) {
        var roles = roles(claims);
        return word(find(claims, settings.ownerClaim()))
                .map(owner -> new Person(
                        subject,
                        owner,
                        roles.contains(settings.submitRole()),
                        roles.contains(settings.readRole()),
                        roles.contains(settings.adminRole())));
    }

    private static Optional<String> word(Object value) {
        return value instanceof String text && !text.isBlank() && text.length() <= LONGEST
                ? Optional.of(text)
                : Optional.empty();
    }

    private Set<String> roles(Map<String, Object> claims) {
        var words =
                switch (find(claims, settings.rolesClaim())) {
                    case String text -> Stream.of(text.split(" "));
                    case Collection<?> list ->
                        list.stream().filter(String.class::isInstance).map(String.class::cast);
                    case null, default -> Stream.<String>empty();
                };
        return words.collect(Collectors.toSet());
    }

    /** The claim of that name or, where there is none, the one at the end of that path; null when there is none. */
    private static Object find(Map<String, Object> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        Object found = claims;
        for (var step : name.split("/")) {
            found = found instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return found;
    }
}
