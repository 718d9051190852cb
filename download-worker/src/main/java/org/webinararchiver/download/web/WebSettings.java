package org.webinararchiver.download.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may be asked of the world outside. See [web.md](web.md). */
@ConfigMapping(prefix = "archiver")
public interface WebSettings {

    /** Hosts, addresses or CIDR blocks that may be fetched from although they are not public. */
    Optional<List<String>> allowPrivateHosts();

    /** How long to wait for a connection to a host. */
    @WithDefault("PT15S")
    Duration connectTimeout();

    /** How long a host may say nothing in the middle of an answer. */
    @WithDefault("PT30S")
    Duration readTimeout();

    /** How long it may take until all headers of an answer are there, however many of them come one by one. */
    @WithDefault("PT1M")
    Duration answerTimeout();

    /** The way to the web. */
    Way web();

    /** The way to the web. */
    interface Way {

        /**
         * The proxy, as {@code http://user:password@host:port}, or {@code none}. When it is not set, the variables
         * {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} of the environment tell.
         */
        Optional<String> proxy();

        /** Names, with all that are below them, addresses and CIDR blocks that are asked without this proxy. */
        Optional<List<String>> noProxy();
    }
}
