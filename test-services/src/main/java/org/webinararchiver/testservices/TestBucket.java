package org.webinararchiver.testservices;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of a test's own, which does not exist before the test creates it.
 *
 * @param endpoint scheme, host and port of the server
 */
public record TestBucket(URI endpoint, String region, String bucket, String accessKey, String secretKey) {

    /** The sizes of all objects below a prefix by their keys, as somebody else's client sees them. */
    public Map<String, Long> sizes(String prefix) {
        try (var client = client()) {
            return client
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .stream()
                    .collect(Collectors.toMap(S3Object::key, S3Object::size));
        }
    }

    /** All bytes of an object that is there and small. */
    public byte[] read(String key) {
        try (var client = client()) {
            return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asByteArray();
        }
    }

    /** Stores an object. */
    public void write(String key, byte[] bytes) {
        try (var client = client()) {
            client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        }
    }

    /** Removes an object. */
    public void delete(String key) {
        try (var client = client()) {
            client.deleteObject(request -> request.bucket(bucket).key(key));
        }
    }

    private S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .forcePathStyle(true)
                .build();
    }
}
