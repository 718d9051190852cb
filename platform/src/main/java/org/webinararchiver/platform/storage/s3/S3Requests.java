package org.webinararchiver.platform.storage.s3;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.webinararchiver.platform.storage.ObjectStoreException;
import org.webinararchiver.platform.storage.StoreFull;
import org.webinararchiver.platform.storage.StoreRefused;
import org.webinararchiver.platform.storage.StoreUnreachable;
import org.webinararchiver.platform.tls.Untrusted;

/**
 * Waits for answers of the server and says in our words what went wrong. The library's own exceptions are not kept as
 * causes: their text holds the request's headers.
 */
final class S3Requests {
    /**
     * What the server says of itself rather than of the request, see "Error responses" in the Amazon S3 API reference.
     */
    private static final Set<String> OF_THE_SERVER =
            Set.of("InternalError", "OperationAborted", "RequestTimeout", "ServiceUnavailable", "SlowDown");

    /** What servers say that have no room, or not for us: MinIO, its quotas of buckets, Ceph, Backblaze B2. */
    private static final Set<String> NO_ROOM = Set.of(
            "XMinioStorageFull",
            "XMinioAdminBucketQuotaExceeded",
            "QuotaExceeded",
            "InsufficientCapacity",
            "StorageCapExceeded");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final int SERVER_ERRORS = 500;

    private final S3Location location;

    S3Requests(S3Location location) {
        this.location = location;
    }

    <T> T answer(String request, CompletableFuture<T> answer) throws IOException {
        return answer(request, answer, Map.of());
    }

    /**
     * @param meanings what the server's error codes mean for this request, where that is not a trouble with the store
     */
    <T> T answer(
            String request, CompletableFuture<T> answer, Map<String, Supplier<? extends ObjectStoreException>> meanings)
            throws IOException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + location);
        } catch (ExecutionException e) {
            throw translated(request, e, meanings);
        }
    }

    private ObjectStoreException translated(
            String request, Throwable failure, Map<String, Supplier<? extends ObjectStoreException>> meanings) {
        if (failure instanceof ErrorResponseException said) {
            var meaning = meanings.get(said.errorResponse().code());
            return meaning == null ? trouble(request, said) : meaning.get();
        }
        if (failure instanceof ServerException || failure instanceof InvalidResponseException) {
            return unreachable(request, firstLine(failure), null);
        }
        if (failure instanceof IOException && Untrusted.isWhy(failure)) {
            return new StoreRefused(words(request, failure + ". " + Untrusted.ADVICE), failure);
        }
        if (failure instanceof IOException broken) {
            return unreachable(request, broken.toString(), broken);
        }
        if (failure.getCause() != null) {
            return translated(request, failure.getCause(), meanings);
        }
        return new StoreRefused(words(request, failure instanceof MinioException ? firstLine(failure) : "" + failure));
    }

    private ObjectStoreException trouble(String request, ErrorResponseException said) {
        var code = said.errorResponse().code();
        var status = said.response().code();
        var what = code + ", " + said.errorResponse().message();
        if (NO_ROOM.contains(code) || status == INSUFFICIENT_STORAGE) {
            return new StoreFull(words(request, what));
        }
        boolean ofTheServer = OF_THE_SERVER.contains(code) || status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
        return ofTheServer ? unreachable(request, what, null) : new StoreRefused(words(request, what));
    }

    StoreUnreachable unreachable(String request, String what, Throwable cause) {
        return new StoreUnreachable(words(request, what), cause);
    }

    private String words(String request, String what) {
        return "The object store (" + location + ") failed to " + request + ": " + what;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
