package org.webinararchiver.platform.secret;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How session ids and tokens are sealed in the database. */
@ConfigMapping(prefix = "archiver.secrets")
public interface SecretSettings {

    /**
     * 32 random bytes in Base64, the same for all services: {@code openssl rand -base64 32}. What was sealed with it
     * can not be read without it, so keep a copy elsewhere.
     */
    Optional<String> key();
}
