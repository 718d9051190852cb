package org.webinararchiver.testservices;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus application under test a bucket of its own. */
public final class ObjectStorageResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return settings(TestObjectStorage.server().newBucket());
    }

    /** What leads an application to a bucket. */
    public static Map<String, String> settings(TestBucket bucket) {
        return Map.of(
                "archiver.storage.kind", "s3",
                "archiver.storage.endpoint", bucket.endpoint().toString(),
                "archiver.storage.region", bucket.region(),
                "archiver.storage.bucket", bucket.bucket(),
                "archiver.storage.access-key", bucket.accessKey(),
                "archiver.storage.secret-key", bucket.secretKey());
    }

    /** Does nothing: the server is shared and ends with the JVM. */
    @Override
    public void stop() {}
}
