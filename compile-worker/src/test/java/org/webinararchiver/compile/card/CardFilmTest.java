package org.webinararchiver.compile.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardFilmTest {
    private static final Path PIECE = Path.of("/scratch/card.mp4");

    @ParameterizedTest
    @CsvSource({"PT0.04S, 1, 1", "PT1S, 1, 1", "PT6.5S, 1, 7", "PT5M, 1, 300", "PT5M0.001S, 2, 151", "PT3H, 36, 300"})
    void aFrameIsShownForASecondAtTheMost(Duration duration, int pieces, long frames) {
        var film = new CardFilm(duration);

        assertThat(film.pieces()).isEqualTo(pieces);
        assertThat(film.framesInPiece()).isEqualTo(frames);
    }

    @Test
    void thePiecesAdjoinAndCoverTheWholeTime() {
        var duration = Duration.ofNanos(7_777_777_777_000L);
        var film = new CardFilm(duration);

        var entries = film.list(PIECE).entries();

        assertThat(entries)
                .hasSize(film.pieces())
                .allSatisfy(entry -> assertThat(entry.file()).isEqualTo(PIECE));
        assertThat(entries.stream().map(entry -> entry.duration().orElseThrow()).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(duration);
        var runs = film.expectation(1).runs();
        for (int i = 1; i < runs.size(); i++) {
            assertThat(runs.get(i).at())
                    .isEqualTo(runs.get(i - 1)
                            .at()
                            .plus(entries.get(i - 1).duration().orElseThrow()));
        }
    }
}
