package org.webinararchiver.platform.storage.s3;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.secret.Secret;

/**
 * A bucket and the account that may use it.
 *
 * @param endpoint scheme, host and port of the server, for example {@code http://minio:9000}
 * @param publicEndpoint the same for whoever is sent there; empty when nobody is
 * @param region the name that requests are signed for; MinIO does not mind which
 */
public record S3Location(
        URI endpoint, Optional<URI> publicEndpoint, String region, String bucket, String accessKey, Secret secretKey) {
    public S3Location {
        Objects.requireNonNull(region);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(accessKey);
        Objects.requireNonNull(secretKey);
        requireServer(endpoint);
        publicEndpoint.ifPresent(S3Location::requireServer);
    }

    /** Of which nobody is sent to the server itself. */
    public S3Location(URI endpoint, String region, String bucket, String accessKey, Secret secretKey) {
        this(endpoint, Optional.empty(), region, bucket, accessKey, secretKey);
    }

    private static void requireServer(URI endpoint) {
        boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!web || endpoint.getHost() == null) {
            throw new IllegalArgumentException("an S3 endpoint looks like https://host:port, with a plain host name");
        }
        if (endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException("keys do not belong into the S3 endpoint of " + endpoint.getHost());
        }
    }

    /** Tells where the bucket is and leaves out who may use it. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + endpoint;
    }
}
