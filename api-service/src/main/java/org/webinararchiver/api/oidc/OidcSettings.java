package org.webinararchiver.api.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whose tokens are taken beside API keys, and what they open; none are where no issuer is set. */
@ConfigMapping(prefix = "archiver.oidc")
public interface OidcSettings {

    /** As its tokens name it, to the letter; https, or on this machine. */
    Optional<String> issuer();

    /** For whom a token must be: one of these. Needed where there is an issuer. */
    Optional<List<String>> audience();

    /** Where the issuer's keys are; found by its {@code /.well-known/openid-configuration} where this is left out. */
    Optional<String> jwks();

    /**
     * Which claim lists the roles, as a list or as words with blanks between them; a path with slashes for one within
     * others, such as {@code realm_access/roles}.
     */
    @WithDefault("roles")
    String rolesClaim();

    /** The role that opens what the scope {@code submit} of a key opens. */
    @WithDefault("archiver-submit")
    String submitRole();

    /** The same of {@code read}. */
    @WithDefault("archiver-read")
    String readRole();

    /** The same of {@code admin}. */
    @WithDefault("archiver-admin")
    String adminRole();

    /** Which claim says whose recordings are meant; one that people can not choose themselves. */
    @WithDefault("sub")
    String ownerClaim();
}
