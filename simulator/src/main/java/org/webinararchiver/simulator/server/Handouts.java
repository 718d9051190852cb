package org.webinararchiver.simulator.server;

import io.vertx.core.http.HttpServerRequest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Serves slides, each of a colour of its own, and decks that hold nothing. */
final class Handouts {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

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
