package org.webinararchiver.compile.card;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.webinararchiver.compile.picture.Coding;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.picture.Piece;
import org.webinararchiver.compile.picture.X264;
import org.webinararchiver.core.timeline.PictureMethod;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/**
 * A still picture that is shown for some time: pieces that are all the same, so that one is encoded, however long it is
 * shown. A frame is shown for a second or a little less, and every tenth is a key frame.
 *
 * @param duration how long it is shown, more than nothing
 * @param size of the picture
 */
public record CardFilm(Duration duration, CardSize size) {
    private static final Duration LONGEST_PIECE = Duration.ofMinutes(5);
    private static final int FRAMES_BETWEEN_KEY_FRAMES = 10;
    private static final X264 ENCODER =
            new X264("veryfast", List.of("-tune", "stillimage", "-crf", "18"), 1, List.of(), Coding.IN_ORDER);

    public CardFilm {
        Objects.requireNonNull(size);
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("a picture is shown for some time, not " + duration);
        }
    }

    /** How many pieces there are. */
    int pieces() {
        return Math.toIntExact(Math.ceilDiv(duration.toNanos(), LONGEST_PIECE.toNanos()));
    }

    /** How many frames each piece has. */
    long framesInPiece() {
        return Math.ceilDiv(duration.toNanos(), pieces() * Duration.ofSeconds(1).toNanos());
    }

    /** Where the piece of this number begins, to the microsecond. */
    private Duration at(int piece) {
        long micros = duration.toNanos() / 1000 * piece / pieces();
        return Duration.ofNanos(micros * 1000);
    }

    /** Encodes one piece. */
    FfmpegJob job(Path picture, Path result) {
        var input = new FfmpegInput.Picture(picture, List.of("-loop", "1", "-framerate", frameRate()));
        var graph = "[0:v:0]scale=out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p,"
                + "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709[picture]";
        return new FfmpegJob(
                List.of(input),
                Optional.of(new FilterGraph.Text(graph)),
                List.of(new FfmpegOutput.File(result, ENCODER.options(framesInPiece(), FRAMES_BETWEEN_KEY_FRAMES))),
                RunLimits.USUAL);
    }

    /** As a ratio of numbers that ffmpeg takes as they are. */
    private String frameRate() {
        return "%d/%d".formatted(framesInPiece() * 1000, Math.max(1, at(1).toMillis()));
    }

    /** The piece again and again. */
    public MadePicture picture(Path piece) {
        var pieces = IntStream.range(0, pieces())
                .mapToObj(number -> new Piece(
                        piece,
                        PictureMethod.RENDER,
                        at(number),
                        at(number + 1),
                        Duration.ZERO,
                        Optional.empty(),
                        framesInPiece()))
                .toList();
        return new MadePicture(size.width(), size.height(), pieces, Optional.empty(), List.of());
    }
}
