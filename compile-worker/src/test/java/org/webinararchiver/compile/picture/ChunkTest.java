package org.webinararchiver.compile.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.compile.picture.Chunk.Black;
import org.webinararchiver.compile.picture.Chunk.OfFootage;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

class ChunkTest {
    private static final FrameRate RATE = new FrameRate(25);

    @Test
    void stretchesBecomeChunksOfWholeFrames() {
        var shown = footage(0, 1010);
        var hidden = new Blank(Duration.ofMillis(1010), Duration.ofMillis(1000));

        assertThat(chunks(shown, hidden))
                .containsExactly(new OfFootage(shown, Duration.ZERO, 0, 25), new Black(Duration.ZERO, 25, 25));
    }

    @Test
    void roundingNeverAddsUp() {
        var stretches = new ArrayList<Stretch>();
        for (long i = 0; i < 500; i++) {
            stretches.add(footage(i * 1013, 1013));
        }

        var chunks = Chunk.of(stretches, RATE);

        long next = 0;
        for (var chunk : chunks) {
            assertThat(chunk.first()).isEqualTo(next);
            next += chunk.frames();
        }
        assertThat(next).isEqualTo(RATE.frameAt(Duration.ofMillis(500 * 1013)));
    }

    @Test
    void framesAreCountedFromWhereTheRunBegins() {
        var shown = footage(10_013, 1010);
        var hidden = new Blank(Duration.ofMillis(11_023), Duration.ofMillis(1000));

        assertThat(chunks(shown, hidden))
                .containsExactly(
                        new OfFootage(shown, Duration.ofMillis(10_013), 0, 25),
                        new Black(Duration.ofMillis(10_013), 25, 25));
    }

    @Test
    void aStretchTooShortForAFrameHasNoChunk() {
        var flash = footage(1000, 10);

        assertThat(chunks(footage(0, 1000), flash, footage(1010, 990)))
                .extracting(Chunk::first)
                .containsExactly(0L, 25L);
    }

    @Test
    void longBlackComesInPiecesOfAMinute() {
        assertThat(Chunk.black(Duration.ZERO, 7, 3001, RATE))
                .containsExactly(
                        new Black(Duration.ZERO, 7, 1500),
                        new Black(Duration.ZERO, 1507, 1500),
                        new Black(Duration.ZERO, 3007, 1));
    }

    @Test
    void noBlackHasNoPieces() {
        assertThat(Chunk.black(Duration.ZERO, 7, 0, RATE)).isEmpty();
    }

    private static List<Chunk> chunks(Stretch... stretches) {
        return Chunk.of(List.of(stretches), RATE);
    }

    private static Footage footage(long atMillis, long lastingMillis) {
        return new Footage(
                "segment",
                "track",
                Duration.ofMillis(atMillis),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMillis(lastingMillis),
                Duration.ZERO);
    }
}
