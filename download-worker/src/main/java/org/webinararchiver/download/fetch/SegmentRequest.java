package org.webinararchiver.download.fetch;

import java.net.URI;
import java.util.Map;
import org.webinararchiver.core.manifest.WantedFile;

/** A file to fetch: from where, asked for how, what it must be, and the key of the object it becomes. */
record SegmentRequest(URI url, Map<String, String> headers, WantedFile.Kind kind, String objectKey) {}
