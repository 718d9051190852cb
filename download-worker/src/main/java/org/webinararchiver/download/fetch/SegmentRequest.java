package org.webinararchiver.download.fetch;

import java.net.URI;
import java.util.Map;

/** A segment to fetch: from where, asked for how, and the key of the object it becomes. */
record SegmentRequest(URI url, Map<String, String> headers, String objectKey) {}
