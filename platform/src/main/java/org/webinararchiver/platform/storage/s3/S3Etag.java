package org.webinararchiver.platform.storage.s3;

/** An entity tag is quoted in headers and in some servers' listings, and bare elsewhere. */
final class S3Etag {

    private S3Etag() {}

    static String plain(String etag) {
        return etag.replace("\"", "");
    }
}
