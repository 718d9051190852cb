package org.webinararchiver.simulator.server;

import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.webinararchiver.simulator.picture.SlidePainter;

/** Serves slides that say which they are, and decks that hold nothing. */
final class Handouts {
    private final Faults faults;
    private final ByteBody body;

    Handouts(Faults faults, ByteBody body) {
        this.faults = faults;
        this.body = body;
    }

    void answer(HttpServerRequest request, Route.Handout handout) {
        switch (faults.next(request.path(), true)) {
            case Disturbance.Instead other -> Answers.instead(request, other);
            case Disturbance.OtherBytes(var how) -> send(request, handout, how.of(bytesOf(handout)), BodyEnd.WHOLE);
            case Disturbance.Body(var end) -> send(request, handout, bytesOf(handout), end);
        }
    }

    private void send(HttpServerRequest request, Route.Handout handout, byte[] bytes, BodyEnd end) {
        request.response().putHeader("Content-Type", handout.isDeck() ? "application/zip" : "image/png");
        body.send(request, bytes, end);
    }

    private static byte[] bytesOf(Route.Handout handout) {
        return handout.isDeck() ? deck(handout.deck()) : slide(handout.deck(), handout.number());
    }

    static byte[] slide(int deck, int number) {
        var picture = SlidePainter.paint(deck, number);
        return written(bytes -> ImageIO.write(picture, "png", bytes));
    }

    static byte[] deck(int deck) {
        return written(bytes -> {
            try (var zip = new ZipOutputStream(bytes)) {
                var entry = new ZipEntry("deck-" + deck);
                entry.setTime(0);
                zip.putNextEntry(entry);
            }
        });
    }

    private interface Writer {
        void write(ByteArrayOutputStream bytes) throws IOException;
    }

    private static byte[] written(Writer writer) {
        try {
            var bytes = new ByteArrayOutputStream();
            writer.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory has no errors", e);
        }
    }
}
