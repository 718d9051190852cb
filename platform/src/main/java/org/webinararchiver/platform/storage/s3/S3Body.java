package org.webinararchiver.platform.storage.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an object on their way here; a connection that breaks is the store's trouble, and is called so. */
final class S3Body extends FilterInputStream {
    private final S3Requests requests;
    private final String key;

    S3Body(InputStream bytes, S3Requests requests, String key) {
        super(bytes);
        this.requests = requests;
        this.key = key;
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        try {
            return in.read(buffer, offset, most);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private IOException broken(IOException cause) {
        return requests.unreachable("send all of " + key, cause.toString(), cause);
    }
}
