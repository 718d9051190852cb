package org.webinararchiver.sources.mtslink.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading of a body when the whole of it, or one value within it, is larger than is allowed. */
final class MeteredBody extends FilterInputStream {
    private final long mostInAll;
    private final long mostPerValue;
    private long inAll;
    private long inValue;
    private boolean withinValue;

    MeteredBody(InputStream body, long mostInAll, long mostPerValue) {
        super(body);
        this.mostInAll = mostInAll;
        this.mostPerValue = mostPerValue;
    }

    /** From here on a value is read that is kept; what the parser already holds of it in its buffer is not counted. */
    void valueBegins() {
        withinValue = true;
        inValue = 0;
    }

    void valueEnds() {
        withinValue = false;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws MetadataTooLarge {
        inAll += read;
        inValue += read;
        if (inAll > mostInAll) {
            throw new MetadataTooLarge("more than " + mostInAll + " bytes");
        }
        if (withinValue && inValue > mostPerValue) {
            throw new MetadataTooLarge("more than " + mostPerValue + " bytes in one event");
        }
    }
}
