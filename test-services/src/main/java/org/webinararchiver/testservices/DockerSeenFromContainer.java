package org.webinararchiver.testservices;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.dockerclient.UnixSocketClientProviderStrategy;

/**
 * Tells Testcontainers, when the tests run in a container themselves, where ports of other containers are reached: at
 * the gateway of Docker's bridge, or when that has none because Docker runs in here with us, at localhost. By itself
 * Testcontainers would in that case pull an image to find out.
 *
 * <p>Testcontainers finds this class as a service.
 */
public final class DockerSeenFromContainer extends DockerClientProviderStrategy {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final Path MARK_OF_A_CONTAINER = Path.of("/.dockerenv");

    @Override
    public String getDescription() {
        return "Docker's socket in this container";
    }

    @Override
    protected boolean isApplicable() {
        return Files.exists(MARK_OF_A_CONTAINER) && Files.exists(SOCKET);
    }

    @Override
    protected int getPriority() {
        return UnixSocketClientProviderStrategy.PRIORITY + 1;
    }

    /** Others who use Testcontainers on this machine do not have this class. */
    @Override
    protected boolean isPersistable() {
        return false;
    }

    @Override
    public TransportConfig getTransportConfig() {
        return TransportConfig.builder()
                .dockerHost(URI.create("unix://" + SOCKET))
                .build();
    }

    @Override
    public synchronized String getDockerHostIpAddress() {
        var override = System.getenv("TESTCONTAINERS_HOST_OVERRIDE");
        return override == null || override.isBlank() ? gateway() : override;
    }

    private String gateway() {
        var bridge =
                getDockerClient().inspectNetworkCmd().withNetworkId("bridge").exec();
        return bridge.getIpam().getConfig().stream()
                .map(network -> network.getGateway())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("localhost");
    }
}
