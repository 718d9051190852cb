package org.webinararchiver.download.fetch;

import java.net.URI;
import java.util.Map;

/**
 * A twin to fetch.
 *
 * @param headers sent with every request
 * @param withSound whether its sound is wanted too
 * @param objectKey what the keys of all objects begin with that it becomes
 */
record TwinRequest(URI playlist, Map<String, String> headers, boolean withSound, String objectKey) {}
