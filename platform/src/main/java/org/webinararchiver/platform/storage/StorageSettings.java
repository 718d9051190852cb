package org.webinararchiver.platform.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Which store keeps the files. All services use the same one. */
@ConfigMapping(prefix = "archiver.storage")
public interface StorageSettings {

    /** A directory of a disk that all services share, or a server that speaks S3, such as MinIO. */
    @WithDefault("directory")
    Kind kind();

    /** Where the directory is, for the kind {@code directory}; created when it is missing. */
    @WithDefault("data/objects")
    Path directory();

    /**
     * Scheme, host and port of the S3 server, for the kind {@code s3}; with {@code https} its certificate is checked.
     */
    Optional<URI> endpoint();

    /**
     * Scheme, host and port at which users reach the S3 server; of the API alone. Where it is set, whoever asks for a
     * finished file is sent there with an address that opens that file for an hour; otherwise files are passed on.
     */
    Optional<URI> publicEndpoint();

    /** The region that requests to S3 are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** The S3 bucket, created when it is missing. */
    @WithDefault("webinar-archiver")
    String bucket();

    /** The name, or access key, of the S3 account; must be set for the kind {@code s3}. */
    Optional<String> accessKey();

    /** The secret key of the S3 account; must be set for the kind {@code s3}. */
    Optional<String> secretKey();

    /** The stores that there are. */
    enum Kind {
        DIRECTORY,
        S3
    }
}
