package org.webinararchiver.platform.secret;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How secrets are sealed. */
@ConfigMapping(prefix = "archiver.secrets")
public interface SecretSettings {

    /** 32 random bytes in Base64; needed by the services that take or use session ids, and by no other. */
    Optional<String> key();
}
