package org.webinararchiver.platform.storage.s3;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.MinioAsyncClient;
import io.minio.UploadPartArgs;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.webinararchiver.platform.storage.AnnouncedBytes;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.MultipartUploads;
import org.webinararchiver.platform.storage.NoSuchUpload;
import org.webinararchiver.platform.storage.ObjectKey;
import org.webinararchiver.platform.storage.ObjectStoreException;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.storage.UnusableParts;
import org.webinararchiver.platform.storage.UploadedPart;

/** Multipart uploads as S3 has them. A part is held in memory while it is sent. */
final class S3MultipartUploads implements MultipartUploads {
    private final MinioAsyncClient client;
    private final S3Requests requests;
    private final S3Objects objects;
    private final S3Bucket place;
    private final String bucket;

    S3MultipartUploads(MinioAsyncClient client, S3Requests requests, S3Objects objects, S3Bucket place, String bucket) {
        this.client = client;
        this.requests = requests;
        this.objects = objects;
        this.place = place;
        this.bucket = bucket;
    }

    @Override
    public MultipartUpload start(String key) throws IOException {
        ObjectKey.require(key);
        place.ensure();
        var arguments =
                CreateMultipartUploadArgs.builder().bucket(bucket).object(key).build();
        var started = requests.answer("begin an upload of " + key, client.createMultipartUpload(arguments));
        return new MultipartUpload(key, started.result().uploadId());
    }

    @Override
    public UploadedPart put(MultipartUpload upload, int number, InputStream bytes, long length) throws IOException {
        MultipartUploads.requirePartNumber(number);
        MultipartUploads.requirePartLength(length);
        var announced = new AnnouncedBytes(bytes, upload.key(), length);
        var part = announced.next((int) length);
        announced.requireEnd();
        return send(upload, number, part);
    }

    UploadedPart send(MultipartUpload upload, int number, byte[] bytes) throws IOException {
        var arguments = UploadPartArgs.builder()
                .bucket(bucket)
                .object(upload.key())
                .uploadId(upload.id())
                .partNumber(number)
                .data(bytes, bytes.length)
                .build();
        var request = "store part " + number + " of " + upload.key();
        var stored = requests.answer(request, client.uploadPart(arguments), meanings(upload));
        return new UploadedPart(number, stored.part().etag());
    }

    @Override
    public StoredObject complete(MultipartUpload upload, List<UploadedPart> parts) throws IOException {
        MultipartUploads.requireOrder(upload, parts);
        var arguments = CompleteMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(upload.key())
                .uploadId(upload.id())
                .parts(parts.stream()
                        .map(part -> new Part(part.number(), part.etag()))
                        .toArray(Part[]::new))
                .build();
        requests.answer(
                "join the parts of " + upload.key(), client.completeMultipartUpload(arguments), meanings(upload));
        return objects.require(upload.key());
    }

    @Override
    public void abort(MultipartUpload upload) throws IOException {
        var arguments = AbortMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(upload.key())
                .uploadId(upload.id())
                .build();
        try {
            requests.answer(
                    "end the upload of " + upload.key(), client.abortMultipartUpload(arguments), meanings(upload));
        } catch (NoSuchUpload alreadyOver) {
            return;
        }
    }

    private static Map<String, Supplier<? extends ObjectStoreException>> meanings(MultipartUpload upload) {
        return Map.of(
                "NoSuchUpload", () -> new NoSuchUpload(upload),
                "EntityTooSmall", () -> new UnusableParts(upload, "a part before the last is too small"),
                "InvalidPart", () -> new UnusableParts(upload, "a part is not stored as it is listed"),
                "InvalidPartOrder", () -> new UnusableParts(upload, "the parts are out of order"));
    }
}
