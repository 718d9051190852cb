package org.webinararchiver.download.fetch;

import org.webinararchiver.download.DownloadSettings.FileLimits;

/** Limits as a test sets them. */
record Limits(long mostBytes, long leastBytesAMinute) implements FileLimits {
    /** Beyond what any test fetches. */
    static final Limits WIDE = new Limits(Long.MAX_VALUE, 0);
}
