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

/** Sends a part of a file no faster than a bandwidth allows, a slice every hundredth of a second. */
final class PacedFile {
    static final int SLICES_A_SECOND = 100;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Path file;
    private final int slice;
    private final Promise<Void> done = Promise.promise();
    private long position;
    private long left;

    private PacedFile(Vertx vertx, HttpServerResponse response, Path file, long bytesASecond) {
        this.vertx = vertx;
        this.response = response;
        this.file = file;
        this.slice = (int) Math.min(bytesASecond / SLICES_A_SECOND, 1 << 20);
    }

    /** Does not end the response; the answer fails when the other side has gone. */
    static Future<Void> send(
            Vertx vertx, HttpServerResponse response, Path file, long first, long length, long bytesASecond) {
        var paced = new PacedFile(vertx, response, file, bytesASecond);
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
        var bytes = ByteBuffer.allocate((int) Math.min(slice, left));
        try (var channel = FileChannel.open(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    throw new EOFException("the file has become shorter: " + file);
                }
            }
        }
        position += bytes.position();
        left -= bytes.position();
        return Buffer.buffer(bytes.array());
    }
}
