package org.webinararchiver.simulator.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.webinararchiver.simulator.meeting.Take;

/** Serves media files, whole or in parts, straight from the disk. */
final class MediaHandler {
    private static final Logger LOG = Logger.getLogger(MediaHandler.class);
    private static final int NOT_FOUND = 404;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Vertx vertx;
    private final MediaFiles files;
    private final Faults faults;
    private final Network network;

    MediaHandler(Vertx vertx, MediaFiles files, Faults faults, Network network) {
        this.vertx = vertx;
        this.files = files;
        this.faults = faults;
        this.network = network;
    }

    void answer(HttpServerRequest request, Take take) {
        switch (faults.next(take.file(), !isHead(request))) {
            case Disturbance.Instead other -> Answers.instead(request, other);
            case Disturbance.OtherBytes(var how) -> serve(request, take, () -> spoilt(take, how), BodyEnd.WHOLE);
            case Disturbance.Body(var end) -> serve(request, take, () -> fileOf(take), end);
        }
    }

    private void serve(HttpServerRequest request, Take take, Callable<ServedFile> source, BodyEnd end) {
        vertx.executeBlocking(source, false)
                .onSuccess(file -> send(request, end == BodyEnd.FALLS_SHORT ? file.boasting() : file, end))
                .onFailure(reason -> {
                    LOG.warnf(reason, "There is no file of %s", take.file());
                    Answers.error(request.response(), NOT_FOUND);
                });
    }

    private ServedFile fileOf(Take take) throws IOException, InterruptedException {
        var path = files.of(take);
        return ServedFile.of(path, take.file());
    }

    /** Beside the whole one, under a name and with a tag of its own. */
    private ServedFile spoilt(Take take, Spoilage how) throws IOException, InterruptedException {
        var whole = files.of(take);
        var name = take.file() + "." + how;
        var path = whole.resolveSibling(name);
        if (!Files.exists(path)) {
            var part = Files.createTempFile(whole.getParent(), name, ".part");
            Files.write(part, how.of(Files.readAllBytes(whole)));
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        }
        return ServedFile.of(path, name);
    }

    /** @param size in bytes, as it is told; what there really is may be less */
    private record ServedFile(Path path, long size, String tag) {
        static ServedFile of(Path path, String name) throws IOException {
            return new ServedFile(path, Files.size(path), "\"" + name + "\"");
        }

        /** The same file, which claims to be another and longer one. */
        ServedFile boasting() {
            return new ServedFile(path, ByteBody.ANNOUNCED, "\"long\"");
        }
    }

    private void send(HttpServerRequest request, ServedFile file, BodyEnd end) {
        var response = request.response()
                .putHeader("Accept-Ranges", "bytes")
                .putHeader("Content-Type", "video/mp4")
                .putHeader("ETag", file.tag());
        switch (ByteRange.of(rangeOf(request, file), file.size())) {
            case ByteRange.Whole whole -> sendBytes(request, file, new ByteRange.Part(0, file.size() - 1), end);
            case ByteRange.Part part -> {
                response.setStatusCode(PARTIAL_CONTENT)
                        .putHeader("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.size());
                sendBytes(request, file, part, end);
            }
            case ByteRange.Unsatisfiable unsatisfiable ->
                response.setStatusCode(RANGE_NOT_SATISFIABLE)
                        .putHeader("Content-Range", "bytes */" + file.size())
                        .end();
        }
    }

    /** A range of another version of the file is of no use: then the whole one is sent. */
    private static String rangeOf(HttpServerRequest request, ServedFile file) {
        var condition = request.getHeader("If-Range");
        return condition == null || condition.equals(file.tag()) ? request.getHeader("Range") : null;
    }

    private void sendBytes(HttpServerRequest request, ServedFile file, ByteRange.Part part, BodyEnd end) {
        var response = request.response().putHeader("Content-Length", Long.toString(part.length()));
        if (isHead(request)) {
            response.end();
            return;
        }
        long half = part.length() / 2;
        switch (end) {
            case WHOLE -> sendWhole(response, file.path(), part);
            case BREAKS_OFF ->
                paced(response, file.path(), part.first(), half)
                        .onComplete(sent -> request.connection().close());
            case STANDS_STILL -> paced(response, file.path(), part.first(), half);
            case DRIPS ->
                send(response, file.path(), part.first(), part.length(), PacedBody.DRIPPING)
                        .onSuccess(sent -> response.end());
            case FALLS_SHORT ->
                paced(response, file.path(), part.first(), thereIs(file.path(), part))
                        .onComplete(sent -> request.connection().close());
        }
    }

    private static long thereIs(Path file, ByteRange.Part part) {
        return Math.clamp(file.toFile().length() - part.first(), 0, part.length());
    }

    /** The system itself sends a file that may be sent at any speed. */
    private void sendWhole(HttpServerResponse response, Path file, ByteRange.Part part) {
        if (network.isLimited()) {
            paced(response, file, part.first(), part.length()).onSuccess(sent -> response.end());
        } else {
            response.sendFile(file.toString(), part.first(), part.length());
        }
    }

    /** Leaves the answer open. */
    private Future<Void> paced(HttpServerResponse response, Path file, long first, long length) {
        return send(response, file, first, length, network.bandwidth());
    }

    private Future<Void> send(HttpServerResponse response, Path file, long first, long length, long bytesASecond) {
        return PacedBody.send(vertx, response, PacedBody.of(file), first, length, bytesASecond);
    }

    private static boolean isHead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.HEAD);
    }
}
