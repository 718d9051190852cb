package org.webinararchiver.platform.storage.s3;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import java.io.IOException;
import org.webinararchiver.platform.storage.StoreRefused;

/** Sees to it that the bucket is there before anything is stored; asked once. */
final class S3Bucket {
    private final MinioAsyncClient client;
    private final S3Requests requests;
    private final S3Location location;
    private volatile boolean seen;

    S3Bucket(MinioAsyncClient client, S3Requests requests, S3Location location) {
        this.client = client;
        this.requests = requests;
        this.location = location;
    }

    void ensure() throws IOException {
        if (seen) {
            return;
        }
        if (!exists()) {
            create();
        }
        seen = true;
    }

    private boolean exists() throws IOException {
        var arguments = BucketExistsArgs.builder().bucket(location.bucket()).build();
        return requests.answer("find the bucket", client.bucketExists(arguments));
    }

    private void create() throws IOException {
        var arguments = MakeBucketArgs.builder().bucket(location.bucket()).build();
        try {
            requests.answer("create the bucket", client.makeBucket(arguments));
        } catch (StoreRefused refused) {
            // Several services start at once, and one of them may have been quicker.
            if (!exists()) {
                throw refused;
            }
        }
    }
}
