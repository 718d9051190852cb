package org.webinararchiver.download.fetch;

import java.net.URI;
import java.util.Map;
import org.webinararchiver.core.manifest.WantedFile;

/**
 * A file to fetch: from where, asked for how, what it must be, and the key of the object it becomes.
 *
 * @param looks how often it came damaged before
 */
record SegmentRequest(URI url, Map<String, String> headers, WantedFile.Kind kind, String objectKey, int looks) {

    /** A file that is asked for the first time. */
    SegmentRequest(URI url, Map<String, String> headers, WantedFile.Kind kind, String objectKey) {
        this(url, headers, kind, objectKey, 0);
    }
}
