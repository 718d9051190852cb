package org.webinararchiver.platform.storage.s3;

import io.minio.MinioAsyncClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.platform.storage.AnnouncedBytes;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.MultipartUploads;
import org.webinararchiver.platform.storage.ObjectKey;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.PublicDownload;
import org.webinararchiver.platform.storage.StoreRefused;
import org.webinararchiver.platform.storage.StoreUnreachable;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.storage.UploadedPart;

/**
 * Objects in a bucket of Amazon S3, MinIO or any server that speaks the same: PUT, multipart uploads, ranged GET, HEAD,
 * LIST and DELETE are all it needs. Up to {@value #PART} bytes go in one request, more as a multipart upload; that many
 * bytes are held in memory for each {@code put} (a little more above 80 GB, where parts must grow).
 *
 * <p>A process that is killed while it uploads leaves parts that no listing shows. MinIO drops them after a day; for
 * other servers set a lifecycle rule that aborts incomplete multipart uploads.
 */
public final class S3ObjectStore implements ObjectStore {
    private static final int PART = 8 * 1024 * 1024;

    private final MinioAsyncClient client;
    private final S3Bucket bucket;
    private final S3Objects objects;
    private final S3MultipartUploads uploads;
    private final Optional<S3PublicAddresses> addresses;

    private S3ObjectStore(S3Location location) {
        var requests = new S3Requests(location);
        this.client = S3Client.connect(location);
        this.bucket = new S3Bucket(client, requests, location);
        this.objects = new S3Objects(client, requests, location.bucket());
        this.uploads = new S3MultipartUploads(client, requests, objects, bucket, location.bucket());
        this.addresses = location.publicEndpoint().map(server -> new S3PublicAddresses(location, server));
    }

    /** Makes a store without asking the server yet, which may be one that starts later. */
    public static S3ObjectStore at(S3Location location) {
        return new S3ObjectStore(location);
    }

    /**
     * Creates the bucket when it is missing. Storing an object does this too, the first time; doing it at once shows
     * early whether the keys are right.
     *
     * @throws StoreUnreachable when the server does not answer
     * @throws StoreRefused when it does not accept the keys, or the bucket is not ours
     */
    public void ensureBucket() throws IOException {
        bucket.ensure();
    }

    @Override
    public StoredObject put(String key, InputStream bytes, long length) throws IOException {
        ObjectKey.require(key);
        var announced = new AnnouncedBytes(bytes, key, length);
        if (length > PART) {
            return putInParts(key, announced, length);
        }
        var whole = announced.next((int) length);
        announced.requireEnd();
        bucket.ensure();
        return objects.put(key, whole);
    }

    private StoredObject putInParts(String key, AnnouncedBytes bytes, long length) throws IOException {
        var upload = uploads.start(key);
        try {
            return sendParts(upload, bytes, length);
        } catch (IOException | RuntimeException e) {
            abort(upload, e);
            throw e;
        }
    }

    private StoredObject sendParts(MultipartUpload upload, AnnouncedBytes bytes, long length) throws IOException {
        int partLength = partLength(length);
        var parts = new ArrayList<UploadedPart>();
        for (long sent = 0; sent < length; sent += partLength) {
            var part = bytes.next((int) Math.min(partLength, length - sent));
            parts.add(uploads.send(upload, parts.size() + 1, part));
        }
        bytes.requireEnd();
        return uploads.complete(upload, parts);
    }

    private static int partLength(long length) {
        long fitting = Math.ceilDiv(length, (long) MultipartUploads.MOST_PARTS);
        MultipartUploads.requirePartLength(fitting);
        return (int) Math.max(PART, fitting);
    }

    private void abort(MultipartUpload upload, Exception reason) {
        try {
            uploads.abort(upload);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public InputStream get(String key) throws IOException {
        return objects.get(ObjectKey.require(key));
    }

    @Override
    public InputStream get(String key, long offset, long length) throws IOException {
        ObjectStore.requireRange(offset, length);
        return objects.get(ObjectKey.require(key), offset, length);
    }

    @Override
    public Optional<StoredObject> head(String key) throws IOException {
        return objects.head(ObjectKey.require(key));
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return objects.list(ObjectKey.requirePrefix(prefix));
    }

    @Override
    public void delete(String key) throws IOException {
        objects.delete(ObjectKey.require(key));
    }

    @Override
    public Optional<URI> publicAddress(String key, PublicDownload how) throws IOException {
        ObjectKey.require(key);
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(addresses.get().of(key, how));
    }

    @Override
    public MultipartUploads multipart() {
        return uploads;
    }

    @Override
    public void close() {
        addresses.ifPresent(S3PublicAddresses::close);
        client.close();
    }
}
