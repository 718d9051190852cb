package org.webinararchiver.compile.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardFilmTest {
    private static final Path PIECE = Path.of("/scratch/card.mp4");
    private static final CardSize SIZE = new CardSize(854, 480);

    @ParameterizedTest
    @CsvSource({"PT0.04S, 1, 1", "PT1S, 1, 1", "PT6.5S, 1, 7", "PT5M, 1, 300", "PT5M0.001S, 2, 151", "PT3H, 36, 300"})
    void aFrameIsShownForASecondAtTheMost(Duration duration, int pieces, long frames) {
        var film = new CardFilm(duration, SIZE);

        assertThat(film.pieces()).isEqualTo(pieces);
        assertThat(film.framesInPiece()).isEqualTo(frames);
    }

    @Test
    void thePiecesAdjoinAndCoverTheWholeTime() {
        var duration = Duration.ofNanos(7_777_777_777_000L);
        var film = new CardFilm(duration, SIZE);

        var pieces = film.picture(PIECE).pieces();

        assertThat(pieces)
                .hasSize(film.pieces())
                .allSatisfy(piece -> assertThat(piece.file()).isEqualTo(PIECE));
        assertThat(pieces.getFirst().begins()).isZero();
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).begins()).isEqualTo(pieces.get(i - 1).until());
        }
        assertThat(pieces.getLast().until()).isEqualTo(duration);
    }

    @Test
    void thePictureIsAsLargeAsTheCard() {
        var picture = new CardFilm(Duration.ofSeconds(5), SIZE).picture(PIECE);

        assertThat(picture.width()).isEqualTo(854);
        assertThat(picture.height()).isEqualTo(480);
    }
}
