package org.webinararchiver.download.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may be asked of the world outside. In the environment: {@code ARCHIVER_ALLOW_PRIVATE_HOSTS} and so on. */
@ConfigMapping(prefix = "archiver")
public interface WebSettings {

    /** Hosts, addresses or CIDR blocks that may be fetched from although they are not public. */
    Optional<List<String>> allowPrivateHosts();

    /** How long to wait for a connection. */
    @WithDefault("PT15S")
    Duration connectTimeout();

    /** How long a server may say nothing. */
    @WithDefault("PT30S")
    Duration readTimeout();
}
