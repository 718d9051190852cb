package org.webinararchiver.compile.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.picture.Piece;
import org.webinararchiver.core.timeline.PictureMethod;

/** Deletes what was encoded as soon as it is joined: the whole and all its pieces would need twice the room. */
final class SpentPieces {
    private static final Logger LOG = Logger.getLogger(SpentPieces.class);

    /** What is told to be joined has been read long before, but a file may be opened again for the next piece. */
    private static final Duration LATER = Duration.ofSeconds(1);

    private final Map<Path, Duration> ends;

    private SpentPieces(Map<Path, Duration> ends) {
        this.ends = ends;
    }

    /** Files may be of several pieces, and those of sources are not ours. */
    static SpentPieces of(List<Piece> pieces) {
        var ends = new HashMap<Path, Duration>();
        pieces.stream()
                .filter(piece -> piece.method() == PictureMethod.RENDER)
                .forEach(piece -> ends.merge(
                        piece.file(), piece.until(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        return new SpentPieces(ends);
    }

    /** Deletes what was read to its end before this time of the recording. */
    synchronized void joinedUntil(Duration time) {
        ends.entrySet().removeIf(piece -> {
            boolean isSpent = piece.getValue().plus(LATER).compareTo(time) < 0;
            if (isSpent) {
                delete(piece.getKey());
            }
            return isSpent;
        });
    }

    /** What can not be deleted yet goes with the folder. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debugf("%s stays for now: %s", file, e.getMessage());
        }
    }
}
