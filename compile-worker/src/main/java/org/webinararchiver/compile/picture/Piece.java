package org.webinararchiver.compile.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.timeline.PictureMethod;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * A file, or a part of one, whose frames are joined with those of others.
 *
 * @param method how its frames came to be
 * @param begins when its first frame is shown, to the microsecond
 * @param until when its last frame is shown no longer, unless another piece begins before
 * @param from the time within the file at which reading begins
 * @param to the time within the file at which reading ends; absent for all of it
 * @param frames how many it has at the least
 */
public record Piece(
        Path file,
        PictureMethod method,
        Duration begins,
        Duration until,
        Duration from,
        Optional<Duration> to,
        long frames) {
    public Piece {
        Objects.requireNonNull(file);
        Objects.requireNonNull(method);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (begins.isNegative() || until.compareTo(begins) < 0) {
            throw new IllegalArgumentException("a piece from " + begins + " until " + until);
        }
    }

    /**
     * Frames of a source, as they are. A file that is cut loses some of its frames, one that is not loses none.
     *
     * @param to the time within the file at which reading ends
     */
    public static Piece copied(Footage footage, VideoStream video, Path file, Duration to) {
        var isWhole = footage.playing().compareTo(video.duration()) >= 0;
        return new Piece(
                file,
                PictureMethod.COPY,
                micros(footage.at().plus(footage.lead())),
                micros(footage.end()),
                footage.from(),
                Optional.of(to),
                isWhole ? video.frames() : 1);
    }

    /** Frames that were encoded. */
    static Piece rendered(RenderedChunk chunk, FrameRate rate) {
        return new Piece(
                chunk.file(),
                PictureMethod.RENDER,
                micros(chunk.origin().plus(rate.timeOf(chunk.first()))),
                micros(chunk.origin().plus(rate.timeOf(chunk.next()))),
                Duration.ZERO,
                Optional.empty(),
                chunk.frames());
    }

    /** The list of files is in microseconds; times of one axis, rounded, adjoin exactly. */
    private static Duration micros(Duration time) {
        return Duration.ofSeconds(time.toSeconds(), time.toNanosPart() / 1000 * 1000L);
    }
}
