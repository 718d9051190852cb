package org.webinararchiver.compile.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.webinararchiver.compile.picture.RenderedPicture;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

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
     */
    public record Run(Duration at, long frames) {}

    /** What copying this picture must give. A file that is cut loses some frames, one that is not loses none. */
    public static Expectation ofCopy(Duration duration, Picture picture, Map<String, MediaProbe> probes, int channels) {
        var runs = new ArrayList<Run>();
        for (var stretch : picture.stretches()) {
            var footage = footage(stretch);
            var video = video(footage, probes);
            var isWhole = footage.playing().compareTo(video.duration()) >= 0;
            runs.add(new Run(footage.at().plus(footage.lead()), isWhole ? video.frames() : 1));
        }
        var video = video(footage(picture.stretches().getFirst()), probes);
        return new Expectation(duration, video.width(), video.height(), channels, runs);
    }

    /** What joining these chunks must give. */
    public static Expectation ofRendered(Duration duration, RenderedPicture picture, int channels) {
        var form = picture.form();
        var runs = picture.chunks().stream()
                .map(chunk -> new Run(form.rate().timeOf(chunk.first()), chunk.frames()))
                .toList();
        return new Expectation(duration, form.width(), form.height(), channels, runs);
    }

    private static Footage footage(Stretch stretch) {
        return switch (stretch) {
            case Footage footage -> footage;
            case Blank blank -> throw new IllegalArgumentException("black can not be copied, at " + blank.at());
        };
    }

    private static VideoStream video(Footage footage, Map<String, MediaProbe> probes) {
        return probes.get(footage.segment()).video().orElseThrow();
    }
}
