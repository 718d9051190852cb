package org.webinararchiver.testservices;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An S3 server for tests, one a JVM: that of {@code TEST_S3_ENDPOINT}, {@code _ACCESS_KEY}, {@code _SECRET_KEY} and
 * {@code _REGION} (us-east-1), else MinIO in a container, else S3Proxy inside this program.
 *
 * @param endpoint scheme, host and port
 * @param accessKey of an account that may create buckets
 */
public record TestObjectStorage(ServiceKind kind, URI endpoint, String region, String accessKey, String secretKey) {
    static final String USUAL_REGION = "us-east-1";

    private static final String KIND = "TEST_S3_KIND";
    private static final String ENDPOINT = "TEST_S3_ENDPOINT";
    private static final String REGION = "TEST_S3_REGION";
    private static final String ACCESS_KEY = "TEST_S3_ACCESS_KEY";
    private static final String SECRET_KEY = "TEST_S3_SECRET_KEY";

    /** The server, started when it is asked for the first time; it ends with the JVM. */
    public static TestObjectStorage server() {
        return read(ProgramLoader.address(ObjectStorageStart.class)).orElseThrow();
    }

    /** A name that no bucket has, with the keys to create it. */
    public TestBucket newBucket() {
        return new TestBucket(endpoint, region, "test-" + UUID.randomUUID(), accessKey, secretKey);
    }

    static Optional<TestObjectStorage> read(Variables variables) {
        return variables
                .find(ENDPOINT)
                .map(endpoint -> new TestObjectStorage(
                        ServiceKind.read(KIND, variables),
                        URI.create(endpoint),
                        variables.find(REGION).orElse(USUAL_REGION),
                        variables.require(ACCESS_KEY),
                        variables.require(SECRET_KEY)));
    }

    Map<String, String> variables() {
        return Map.of(
                KIND, kind.name(),
                ENDPOINT, endpoint.toString(),
                REGION, region,
                ACCESS_KEY, accessKey,
                SECRET_KEY, secretKey);
    }
}
