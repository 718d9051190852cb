package org.webinararchiver.testservices;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** MinIO in Docker; any server under its name that listens on its port will do. */
final class MinioContainer extends GenericContainer<MinioContainer> {
    static final List<String> IMAGES =
            List.of("quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z", "minio/minio:latest");
    private static final int PORT = 9000;
    private static final String ACCESS_KEY = "tests";

    private final String secretKey = UUID.randomUUID().toString();

    private MinioContainer(String image) {
        super(image);
        withCommand("server", "/data");
        withEnv("MINIO_ROOT_USER", ACCESS_KEY);
        withEnv("MINIO_ROOT_PASSWORD", secretKey);
        withExposedPorts(PORT);
        waitingFor(Wait.forListeningPort());
    }

    static Offer<TestObjectStorage> offer() {
        return ContainerOffer.of(IMAGES, MinioContainer::new, MinioContainer::address);
    }

    private TestObjectStorage address() {
        return new TestObjectStorage(
                ServiceKind.CONTAINERS,
                URI.create("http://" + getHost() + ":" + getMappedPort(PORT)),
                TestObjectStorage.USUAL_REGION,
                ACCESS_KEY,
                secretKey);
    }
}
