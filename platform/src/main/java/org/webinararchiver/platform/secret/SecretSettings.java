package org.webinararchiver.platform.secret;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How session ids and tokens are sealed in the database. */
@ConfigMapping(prefix = "archiver.secrets")
public interface SecretSettings {

    /**
     * 32 random bytes in Base64, the same for all services: {@code openssl rand -base64 32}. What was sealed with it
     * can not be read without it, so keep a copy elsewhere.
     */
    Optional<String> key();

    /**
     * A file that holds such keys instead, one a line: the first one seals, all of them open. Lines that are empty or
     * begin with # are passed over. It is read when the service starts.
     */
    Optional<Path> keyFile();

    /** Further keys that open what they sealed once; see docs/operations.md for how keys are changed. */
    Optional<List<String>> oldKeys();
}
