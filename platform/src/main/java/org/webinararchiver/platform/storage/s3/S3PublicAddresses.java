package org.webinararchiver.platform.storage.s3;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.webinararchiver.platform.storage.PublicDownload;
import org.webinararchiver.platform.storage.StoreRefused;

/**
 * Signs addresses of objects for whoever reaches the server from outside. Asks nobody: a signature is only computed.
 */
final class S3PublicAddresses implements AutoCloseable {
    private final MinioAsyncClient signer;
    private final String bucket;

    /** @param server as those outside call it, which is signed along with the rest */
    S3PublicAddresses(S3Location location, URI server) {
        this.signer = S3Client.connect(location, server);
        this.bucket = location.bucket();
    }

    URI of(String key, PublicDownload how) throws IOException {
        var arguments = GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.GET)
                .bucket(bucket)
                .object(key)
                .expiry((int) how.validity().toSeconds())
                .extraQueryParams(Map.of(
                        "response-content-type", how.mediaType(),
                        "response-content-disposition", how.disposition()))
                .build();
        try {
            return URI.create(signer.getPresignedObjectUrl(arguments));
        } catch (MinioException e) {
            throw new StoreRefused("An address of " + key + " could not be signed.");
        }
    }

    @Override
    public void close() {
        signer.close();
    }
}
