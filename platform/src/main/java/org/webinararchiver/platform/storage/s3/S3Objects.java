package org.webinararchiver.platform.storage.s3;

import io.minio.GetObjectArgs;
import io.minio.HeadObjectArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.webinararchiver.platform.storage.NoSuchObject;
import org.webinararchiver.platform.storage.ObjectStoreException;
import org.webinararchiver.platform.storage.RangeOutsideObject;
import org.webinararchiver.platform.storage.StoredObject;

/** The requests about single objects, one method each. */
final class S3Objects {
    private final MinioAsyncClient client;
    private final S3Requests requests;
    private final String bucket;

    S3Objects(MinioAsyncClient client, S3Requests requests, String bucket) {
        this.client = client;
        this.requests = requests;
        this.bucket = bucket;
    }

    StoredObject put(String key, byte[] bytes) throws IOException {
        var arguments = PutObjectAPIArgs.builder()
                .bucket(bucket)
                .object(key)
                .data(bytes, bytes.length)
                .build();
        var stored = requests.answer("store " + key, client.putObject(arguments));
        var answeredAt = Optional.ofNullable(stored.headers().getInstant("Date"));
        var storedAt = answeredAt.orElseGet(() -> Clock.systemUTC().instant());
        return new StoredObject(key, bytes.length, S3Etag.plain(stored.etag()), storedAt);
    }

    InputStream get(String key) throws IOException {
        var arguments = GetObjectArgs.builder().bucket(bucket).object(key).build();
        var body = requests.answer("open " + key, client.getObject(arguments), missing(key));
        return new S3Body(body, requests, key);
    }

    InputStream get(String key, long offset, long length) throws IOException {
        var arguments = GetObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .offset(offset)
                .length(length)
                .build();
        Supplier<RangeOutsideObject> outside = () -> new RangeOutsideObject(key, offset, length);
        var body = requests.answer(
                "open a range of " + key,
                client.getObject(arguments),
                Map.of("NoSuchKey", () -> new NoSuchObject(key), "InvalidRange", outside));
        // A range that begins in the object and ends behind it is answered with what there is.
        if (!String.valueOf(length).equals(body.headers().get("Content-Length"))) {
            body.close();
            throw outside.get();
        }
        return new S3Body(body, requests, key);
    }

    Optional<StoredObject> head(String key) throws IOException {
        try {
            return Optional.of(require(key));
        } catch (NoSuchObject none) {
            return Optional.empty();
        }
    }

    StoredObject require(String key) throws IOException {
        var arguments = HeadObjectArgs.builder().bucket(bucket).object(key).build();
        var head = requests.answer("look for " + key, client.headObject(arguments), missing(key));
        return new StoredObject(
                key, head.size(), S3Etag.plain(head.etag()), head.lastModified().toInstant());
    }

    Stream<StoredObject> list(String prefix) {
        var listing = new S3Listing(client, requests, bucket, prefix);
        var inOrder = Spliterators.spliteratorUnknownSize(listing, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(inOrder, false);
    }

    void delete(String key) throws IOException {
        var arguments = RemoveObjectArgs.builder().bucket(bucket).object(key).build();
        requests.answer("delete " + key, client.removeObject(arguments));
    }

    private static Map<String, Supplier<? extends ObjectStoreException>> missing(String key) {
        return Map.of("NoSuchKey", () -> new NoSuchObject(key));
    }
}
