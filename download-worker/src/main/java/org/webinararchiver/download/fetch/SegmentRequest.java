package org.webinararchiver.download.fetch;

import java.net.URI;
import java.util.Map;
import org.webinararchiver.core.manifest.WantedFile;

/**
 * A file to fetch.
 *
 * @param url from where
 * @param headers asked for how
 * @param kind what it must be
 * @param objectKey key of the object that it becomes, unless an earlier worker has begun one
 * @param looks how often it came damaged before
 * @param upload what is written down of it when it is large
 */
record SegmentRequest(
        URI url, Map<String, String> headers, WantedFile.Kind kind, String objectKey, int looks, UploadNotes upload) {}
