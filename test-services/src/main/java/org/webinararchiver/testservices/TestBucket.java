package org.webinararchiver.testservices;

import java.net.URI;

/**
 * A bucket of a test's own, which does not exist before the test creates it.
 *
 * @param endpoint scheme, host and port of the server
 */
public record TestBucket(URI endpoint, String region, String bucket, String accessKey, String secretKey) {}
