package org.webinararchiver.compile.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.compile.picture.Piece;
import org.webinararchiver.core.timeline.PictureMethod;

class SpentPiecesTest {
    @TempDir
    Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void files() throws Exception {
        first = Files.createFile(folder.resolve("first.mp4"));
        second = Files.createFile(folder.resolve("second.mp4"));
    }

    private static Piece piece(Path file, PictureMethod method, int from, int until) {
        return new Piece(
                file, method, Duration.ofSeconds(from), Duration.ofSeconds(until), Duration.ZERO, Optional.empty(), 1);
    }

    @Test
    void aFileStaysUntilASecondAfterItsEndIsJoined() {
        var spent = SpentPieces.of(
                List.of(piece(first, PictureMethod.RENDER, 0, 30), piece(second, PictureMethod.RENDER, 30, 60)));

        spent.joinedUntil(Duration.ofSeconds(31));
        assertThat(first).exists();

        spent.joinedUntil(Duration.ofSeconds(31).plusNanos(1));
        assertThat(first).doesNotExist();
        assertThat(second).exists();
    }

    @Test
    void aFileOfSeveralPiecesStaysUntilTheLastOfThem() {
        var spent = SpentPieces.of(List.of(
                piece(first, PictureMethod.RENDER, 0, 10),
                piece(second, PictureMethod.RENDER, 10, 20),
                piece(first, PictureMethod.RENDER, 20, 30)));

        spent.joinedUntil(Duration.ofSeconds(25));
        assertThat(first).exists();
        assertThat(second).doesNotExist();

        spent.joinedUntil(Duration.ofSeconds(32));
        assertThat(first).doesNotExist();
    }

    @Test
    void filesOfSourcesAreNeverDeleted() {
        var spent = SpentPieces.of(List.of(piece(first, PictureMethod.COPY, 0, 10)));

        spent.joinedUntil(Duration.ofHours(1));

        assertThat(first).exists();
    }
}
