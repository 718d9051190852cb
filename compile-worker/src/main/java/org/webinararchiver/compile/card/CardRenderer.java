package org.webinararchiver.compile.card;

import java.io.IOException;
import java.nio.file.Path;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** Makes the film of a title card. */
public final class CardRenderer {
    private final Workshop workshop;
    private final Path scratch;

    /**
     * Prepares to make it.
     *
     * @param scratch a folder for the picture and the result
     */
    public CardRenderer(Workshop workshop, Path scratch) {
        this.workshop = workshop;
        this.scratch = scratch;
    }

    /**
     * Draws the card and encodes one piece of the film.
     *
     * @return the piece
     * @throws CardNotDrawn when this Java can not draw text
     */
    public Path render(CardText text, CardFilm film)
            throws CardNotDrawn, FfmpegFailure, IOException, InterruptedException {
        var picture = scratch.resolve("card.png");
        var piece = scratch.resolve("card.mp4");
        CardPainter.paint(text, film.size(), picture);
        workshop.run(film.job(picture, piece));
        return piece;
    }
}
