package org.webinararchiver.platform.storage.s3;

import io.minio.ListObjectsV2Args;
import io.minio.MinioAsyncClient;
import io.minio.messages.Contents;
import io.minio.messages.ListBucketResultV2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.webinararchiver.platform.storage.StoredObject;

/** Fetches a listing page by page as it is read; one page, at most a thousand objects, is in memory. */
final class S3Listing implements Iterator<StoredObject> {
    private final MinioAsyncClient client;
    private final S3Requests requests;
    private final String bucket;
    private final String prefix;

    private Iterator<Contents> page = Collections.emptyIterator();
    private String continuation;
    private boolean lastPage;

    S3Listing(MinioAsyncClient client, S3Requests requests, String bucket, String prefix) {
        this.client = client;
        this.requests = requests;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && !lastPage) {
            turn(fetch());
        }
        return page.hasNext();
    }

    @Override
    public StoredObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var item = page.next();
        return new StoredObject(
                item.objectName(),
                item.size(),
                S3Etag.plain(item.etag()),
                item.lastModified().toInstant());
    }

    private void turn(ListBucketResultV2 result) {
        page = result.contents().iterator();
        continuation = result.nextContinuationToken();
        lastPage = !result.isTruncated();
    }

    private ListBucketResultV2 fetch() {
        var arguments = ListObjectsV2Args.builder()
                .bucket(bucket)
                .prefix(prefix)
                .continuationToken(continuation)
                .build();
        try {
            return requests.answer("list its objects", client.listObjectsV2(arguments))
                    .result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
