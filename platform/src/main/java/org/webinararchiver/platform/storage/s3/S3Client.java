package org.webinararchiver.platform.storage.s3;

import io.minio.MinioAsyncClient;
import java.net.URI;
import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Connects to the server with limits on how long it may be silent. */
final class S3Client {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** The library's default of 5 requests a host would make all workers of a process wait for one another. */
    private static final int PARALLEL_REQUESTS = 64;

    private S3Client() {}

    static MinioAsyncClient connect(S3Location location) {
        return connect(location, location.endpoint());
    }

    /** @param server by which name the location's server is reached */
    static MinioAsyncClient connect(S3Location location, URI server) {
        return MinioAsyncClient.builder()
                .endpoint(server.toString())
                .region(location.region())
                .credentials(location.accessKey(), location.secretKey().value())
                .httpClient(httpClient(), true)
                .build();
    }

    private static OkHttpClient httpClient() {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(PARALLEL_REQUESTS);
        dispatcher.setMaxRequestsPerHost(PARALLEL_REQUESTS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .build();
    }
}
