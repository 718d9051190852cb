package org.webinararchiver.platform.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Which store keeps the objects. The keys of an S3 account have no default: they are given, or S3 is not used. */
@ConfigMapping(prefix = "archiver.storage")
public interface StorageSettings {

    /** {@code directory} or {@code s3}. */
    @WithDefault("directory")
    Kind kind();

    /** Where the directory is, when that is the kind; created when it is missing. */
    @WithDefault("data/objects")
    Path directory();

    /** Scheme, host and port of the S3 server. */
    Optional<URI> endpoint();

    /**
     * Scheme, host and port at which the S3 server is reached from outside. Where it is set, whoever asks for a
     * finished file is sent there with an address that opens that file for an hour; otherwise files are passed on.
     */
    Optional<URI> publicEndpoint();

    /** The region that requests to S3 are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** The S3 bucket, created when it is missing. */
    @WithDefault("webinar-archiver")
    String bucket();

    /** The public half of the S3 account's keys. */
    Optional<String> accessKey();

    /** The secret half of the S3 account's keys. */
    Optional<String> secretKey();

    /** The stores that there are. */
    enum Kind {
        DIRECTORY,
        S3
    }
}
