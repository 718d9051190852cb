package org.webinararchiver.simulator.server;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Serves slides, each of a colour of its own, and decks that hold nothing. */
final class Handouts {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    private final Faults faults;

    Handouts(Faults faults) {
        this.faults = faults;
    }

    void answer(HttpServerRequest request, Route.Handout handout) {
        switch (faults.next(request.path(), true)) {
            case Disturbance.Status error -> Answers.error(request.response(), error.status());
            case Disturbance.Busy busy -> Answers.busy(request.response(), busy.retryAfter());
            case Disturbance.HalfOfBody half ->
                sendHalf(request, bytesOf(handout))
                        .onComplete(written -> request.connection().close());
            case Disturbance.Standstill still -> sendHalf(request, bytesOf(handout));
            case Disturbance.OtherBytes other ->
                send(request, handout, other.how().of(bytesOf(handout)));
            case Disturbance.None none -> send(request, handout, bytesOf(handout));
        }
    }

    private static void send(HttpServerRequest request, Route.Handout handout, byte[] bytes) {
        request.response()
                .putHeader("Content-Type", handout.isDeck() ? "application/zip" : "image/png")
                .end(Buffer.buffer(bytes));
    }

    /** Leaves the answer open. */
    private static Future<Void> sendHalf(HttpServerRequest request, byte[] bytes) {
        return request.response()
                .putHeader("Content-Length", Integer.toString(bytes.length))
                .write(Buffer.buffer(Arrays.copyOf(bytes, bytes.length / 2)));
    }

    private static byte[] bytesOf(Route.Handout handout) {
        return handout.isDeck() ? deck(handout.deck()) : slide(handout.deck(), handout.number());
    }

    /** A picture in one colour, by deck and number. */
    static byte[] slide(int deck, int number) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.getHSBColor(0.13F * deck + 0.37F * number, 0.5F, 0.9F));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
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
