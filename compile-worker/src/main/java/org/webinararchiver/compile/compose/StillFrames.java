package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.media.ffmpeg.run.JoinList.Still;

/** The grounds of a window as a list of still pictures. */
final class StillFrames {
    /** Players that jump into a picture that lasts wait for the next frame. */
    private static final Duration LONGEST_FRAME = Duration.ofSeconds(2);

    private StillFrames() {}

    /**
     * One frame a ground, or several of one that lasts, and one more at the end of the window: a filter that makes more
     * frames of them does not know how long the last one is shown. It makes all of a frame's at once, and each may wait
     * as a whole picture for the films that are laid upon it.
     *
     * @param longest that any of them lasts
     */
    static List<Still> once(Window window, Backdrops backdrops, Path folder, Duration longest) throws IOException {
        var frames = new ArrayList<>(frames(window, backdrops, folder, longest));
        frames.add(new Still(frames.getLast().file(), LONGEST_FRAME));
        return frames;
    }

    /** As many frames a ground as its time needs. */
    static List<Still> repeated(Window window, Backdrops backdrops, Path folder) throws IOException {
        return frames(window, backdrops, folder, LONGEST_FRAME);
    }

    /** Instants are rounded to milliseconds on the window's own clock, so that errors do not add up. */
    private static List<Still> frames(Window window, Backdrops backdrops, Path folder, Duration longest)
            throws IOException {
        var stills = new ArrayList<Still>();
        for (var ground : window.grounds()) {
            var time = shared(ground.scene().time(), window.time());
            long from = millis(time.from().minus(window.time().from()));
            long until = millis(time.until().minus(window.time().from()));
            if (from >= until) {
                continue;
            }
            var picture = folder.resolve("ground-%d.bmp".formatted(from));
            backdrops.draw(ground, picture);
            for (long at = from; at < until; at += longest.toMillis() + 1) {
                long next = Math.min(until, at + longest.toMillis() + 1);
                stills.add(new Still(picture, Duration.ofMillis(next - at)));
            }
        }
        return stills;
    }

    private static long millis(Duration time) {
        return time.plus(500, ChronoUnit.MICROS).toMillis();
    }

    private static Span shared(Span one, Span other) {
        return new Span(
                one.from().compareTo(other.from()) >= 0 ? one.from() : other.from(),
                one.until().compareTo(other.until()) <= 0 ? one.until() : other.until());
    }
}
