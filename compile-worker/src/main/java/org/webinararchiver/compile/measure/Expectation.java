package org.webinararchiver.compile.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.compile.picture.MadePicture;

/**
 * What a finished file must be.
 *
 * @param duration of the whole recording
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param channels of the sound
 * @param runs the pieces that the picture was joined from, in order
 */
public record Expectation(Duration duration, int width, int height, int channels, List<Run> runs) {
    public Expectation {
        runs = List.copyOf(runs);
    }

    /**
     * A piece of the picture.
     *
     * @param at when its first frame is shown
     * @param frames how many follow before the next piece begins, at the least
     * @param isSeam whether its frames are of another making than those before it
     */
    public record Run(Duration at, long frames, boolean isSeam) {}

    /** What joining these pieces must give. */
    public static Expectation of(Duration duration, MadePicture picture, int channels) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < picture.pieces().size(); i++) {
            var piece = picture.pieces().get(i);
            var isSeam = i > 0 && picture.pieces().get(i - 1).method() != piece.method();
            runs.add(new Run(piece.begins(), piece.frames(), isSeam));
        }
        return new Expectation(duration, picture.width(), picture.height(), channels, runs);
    }
}
