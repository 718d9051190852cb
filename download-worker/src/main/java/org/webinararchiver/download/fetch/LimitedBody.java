package org.webinararchiver.download.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.webinararchiver.download.DownloadSettings.FileLimits;

/**
 * A body that ends in a failure when it is too large or comes too slowly. Only the time that is spent waiting for the
 * host counts, not that in which whoever reads is busy.
 */
final class LimitedBody extends FilterInputStream {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final FileLimits limits;
    private final LongSupplier nanoTime;
    private long bytes;
    private long bytesOfThisMinute;
    private long waitedThisMinute;

    LimitedBody(InputStream body, FileLimits limits, LongSupplier nanoTime) {
        super(body);
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        var begun = nanoTime.getAsLong();
        int count = super.read(buffer, offset, most);
        waitedThisMinute += nanoTime.getAsLong() - begun;
        came(Math.max(count, 0));
        return count;
    }

    private void came(int count) throws IOException {
        bytes += count;
        bytesOfThisMinute += count;
        if (bytes > limits.mostBytes()) {
            throw new FileTooLarge(limits.mostBytes());
        }
        if (waitedThisMinute >= MINUTE) {
            if (bytesOfThisMinute < limits.leastBytesAMinute()) {
                throw new TooSlow(bytesOfThisMinute);
            }
            bytesOfThisMinute = 0;
            waitedThisMinute = 0;
        }
    }

    /** What is skipped would not be counted. */
    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
