package org.webinararchiver.testservices;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;

/**
 * The images that Docker has on this machine. None is ever pulled: where the network is closed that would hang, and
 * elsewhere it would surprise.
 */
final class LocalDocker {
    private static final Logger LOG = Logger.getLogger(LocalDocker.class);
    private static final long MOST_SECONDS = 20;

    /** Without these Testcontainers pulls and starts containers of its own. It reads them from the environment only. */
    private static final List<String> NO_OTHER_CONTAINERS =
            List.of("TESTCONTAINERS_RYUK_DISABLED", "TESTCONTAINERS_CHECKS_DISABLE");

    private static final Executor DAEMON =
            task -> Thread.ofPlatform().daemon().name("docker-probe").start(task);

    private static final CompletableFuture<Optional<DockerClient>> CLIENT = CompletableFuture.supplyAsync(
                    LocalDocker::connect, DAEMON)
            .exceptionally(LocalDocker::unusable)
            .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS);

    private LocalDocker() {}

    /** The first of these images that is here; empty also when Docker does not answer. */
    static Optional<String> firstImage(List<String> images) {
        return CLIENT.join()
                .flatMap(docker ->
                        images.stream().filter(image -> isHere(docker, image)).findFirst());
    }

    private static Optional<DockerClient> unusable(Throwable why) {
        LOG.infof("Docker is not used for tests: %s", why);
        return Optional.empty();
    }

    private static Optional<DockerClient> connect() {
        for (var variable : NO_OTHER_CONTAINERS) {
            if (!Boolean.parseBoolean(System.getenv(variable))) {
                LOG.infof("Docker is not used for tests, the environment lacks %s=true", variable);
                return Optional.empty();
            }
        }
        var factory = DockerClientFactory.instance();
        return factory.isDockerAvailable() ? Optional.of(factory.client()) : Optional.empty();
    }

    private static boolean isHere(DockerClient docker, String image) {
        try {
            docker.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException absent) {
            return false;
        }
    }
}
