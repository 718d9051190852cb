package org.webinararchiver.simulator.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Sends bytes no faster than a bandwidth allows, a slice every hundredth of a second. */
final class PacedBody {
    static final int SLICES_A_SECOND = 100;

    /** Single bytes: far too slow for anything, and never silent. */
    static final long DRIPPING = SLICES_A_SECOND;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Source source;
    private final int slice;
    private final Promise<Void> done = Promise.promise();
    private long position;
    private long left;

    private PacedBody(Vertx vertx, HttpServerResponse response, Source source, long bytesASecond) {
        this.vertx = vertx;
        this.response = response;
        this.source = source;
        this.slice = (int) Math.min(bytesASecond / SLICES_A_SECOND, 1 << 20);
    }

    /** What is sent. */
    @FunctionalInterface
    interface Source {
        Buffer read(long position, int count) throws IOException;
    }

    static Source of(byte[] bytes) {
        return (position, count) -> Buffer.buffer(count).appendBytes(bytes, (int) position, count);
    }

    static Source of(Path file) {
        return (position, count) -> {
            var bytes = ByteBuffer.allocate(count);
            try (var channel = FileChannel.open(file)) {
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, position + bytes.position()) < 0) {
                        throw new EOFException("the file has become shorter: " + file);
                    }
                }
            }
            return Buffer.buffer(bytes.array());
        };
    }

    /** Does not end the response; the answer fails when the other side has gone. */
    static Future<Void> send(
            Vertx vertx, HttpServerResponse response, Source source, long first, long length, long bytesASecond) {
        var paced = new PacedBody(vertx, response, source, bytesASecond);
        paced.position = first;
        paced.left = length;
        paced.next();
        return paced.done.future();
    }

    private void next() {
        if (left == 0) {
            done.complete();
            return;
        }
        try {
            response.write(read())
                    .onSuccess(written -> vertx.setTimer(1000 / SLICES_A_SECOND, timer -> next()))
                    .onFailure(done::tryFail);
        } catch (IOException | IllegalStateException gone) {
            done.tryFail(gone);
        }
    }

    private Buffer read() throws IOException {
        var bytes = source.read(position, (int) Math.min(slice, left));
        position += bytes.length();
        left -= bytes.length();
        return bytes;
    }
}
