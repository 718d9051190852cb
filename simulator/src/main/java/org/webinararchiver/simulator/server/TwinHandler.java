package org.webinararchiver.simulator.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.webinararchiver.simulator.meeting.Take;

/** Serves the twins of takes: playlists, descriptions, pieces and keys. */
final class TwinHandler {
    private static final Logger LOG = Logger.getLogger(TwinHandler.class);
    private static final int NOT_FOUND = 404;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Vertx vertx;
    private final MediaFiles files;
    private final Faults faults;
    private final ByteBody body;

    TwinHandler(Vertx vertx, MediaFiles files, Faults faults, ByteBody body) {
        this.vertx = vertx;
        this.files = files;
        this.faults = faults;
        this.body = body;
    }

    /** What a fault of a take's twin is put under. */
    static String thing(Take take) {
        return take.file() + "/twin";
    }

    /** @param rest the address within the twin */
    void answer(HttpServerRequest request, Take take, String rest) {
        switch (faults.next(thing(take), request.method().equals(HttpMethod.GET))) {
            case Disturbance.Instead other -> Answers.instead(request, other);
            case Disturbance.OtherBytes other -> Answers.error(request.response(), NOT_FOUND);
            case Disturbance.Body(var end) -> serve(request, take, rest, end);
        }
    }

    private void serve(HttpServerRequest request, Take take, String rest, BodyEnd end) {
        vertx.executeBlocking(() -> bytes(take, rest), false)
                .onSuccess(bytes -> bytes.ifPresentOrElse(
                        found -> send(request, rest, found, end), () -> Answers.error(request.response(), NOT_FOUND)))
                .onFailure(reason -> {
                    LOG.warnf(reason, "There is no twin of %s", take.file());
                    Answers.error(request.response(), NOT_FOUND);
                });
    }

    private Optional<byte[]> bytes(Take take, String rest) throws IOException, InterruptedException {
        return new TwinFiles(take, files).at(rest);
    }

    private void send(HttpServerRequest request, String rest, byte[] bytes, BodyEnd end) {
        var response = request.response()
                .putHeader("Accept-Ranges", "bytes")
                .putHeader("Content-Type", rest.endsWith(".m3u8") ? "application/vnd.apple.mpegurl" : "video/mp4");
        switch (ByteRange.of(request.getHeader("Range"), bytes.length)) {
            case ByteRange.Whole whole -> body.send(request, bytes, end);
            case ByteRange.Part part -> {
                response.setStatusCode(PARTIAL_CONTENT)
                        .putHeader("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + bytes.length);
                body.send(request, Arrays.copyOfRange(bytes, (int) part.first(), (int) part.last() + 1), end);
            }
            case ByteRange.Unsatisfiable unsatisfiable ->
                response.setStatusCode(RANGE_NOT_SATISFIABLE)
                        .putHeader("Content-Range", "bytes */" + bytes.length)
                        .end();
        }
    }
}
