package org.webinararchiver.compile.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.run.JoinList;

/**
 * Which files are joined, and where each begins, so that the result's clock is the recording's.
 *
 * <p>What a file says of its own length plays no part: rounded, and with sound that outlasts the picture, it would make
 * hundreds of files drift apart from their places.
 *
 * @param firstFrameAt when the first frame is shown
 * @param entries the files, each with how long it lasts until the next one
 */
public record PictureList(Duration firstFrameAt, List<JoinList.Entry> entries) {
    public PictureList {
        entries = List.copyOf(entries);
    }

    /** Lists these pieces, which are in order. */
    public static PictureList of(List<Piece> pieces) {
        var entries = new ArrayList<JoinList.Entry>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var end = i + 1 < pieces.size() ? pieces.get(i + 1).begins() : piece.until();
            entries.add(new JoinList.Entry(
                    piece.file(), Optional.of(end.minus(piece.begins())), Optional.of(piece.from()), piece.to()));
        }
        return new PictureList(
                pieces.isEmpty() ? Duration.ZERO : pieces.getFirst().begins(), entries);
    }
}
