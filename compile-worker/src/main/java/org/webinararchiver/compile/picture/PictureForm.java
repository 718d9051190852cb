package org.webinararchiver.compile.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * The form that every frame of a rendered picture has.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 */
public record PictureForm(int width, int height, FrameRate rate) {
    /** What black is shown in when there is no picture at all: few frames, since all are the same. */
    static final PictureForm OF_NOTHING = new PictureForm(1280, 720, new FrameRate(10));

    public PictureForm {
        Objects.requireNonNull(rate);
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("not a size that can be encoded: " + width + "x" + height);
        }
    }

    /** Sizes that are seen for less than this share of the time do not count. */
    private static final int SHARE_THAT_COUNTS = 20;

    /**
     * The form that suits these sources: the size of the largest that is not hardly seen nor too large for anybody, the
     * frame rate that is seen for the longest time.
     */
    static PictureForm suiting(Picture picture, Map<String, MediaProbe> probes) {
        var footage = picture.footage().stream()
                .filter(one -> Pixels.of(video(one, probes)).canBeShown())
                .toList();
        return footage.isEmpty() ? OF_NOTHING : suiting(footage, probes);
    }

    private static PictureForm suiting(List<Footage> footage, Map<String, MediaProbe> probes) {
        var times = footage.stream()
                .collect(Collectors.groupingBy(
                        one -> Pixels.of(video(one, probes)),
                        Collectors.summingLong(one -> one.playing().toMillis())));
        var inAll = times.values().stream().mapToLong(time -> time).sum();
        var longest = times.values().stream().mapToLong(time -> time).max().orElseThrow();
        var largest = times.entrySet().stream()
                .filter(entry -> entry.getValue() == longest || entry.getValue() * SHARE_THAT_COUNTS >= inAll)
                .map(Map.Entry::getKey)
                .max(Comparator.comparingLong(Pixels::count).thenComparingInt(Pixels::width))
                .orElseThrow();
        return new PictureForm(even(largest.width()), even(largest.height()), dominantRate(footage, probes));
    }

    /** The same, made smaller where it is larger than it may be. */
    PictureForm within(Quality quality) {
        int most = quality.mostHeight().orElse(height);
        return height <= most ? this : new PictureForm(even((int) ((long) width * most / height)), most, rate);
    }

    private static FrameRate dominantRate(List<Footage> footage, Map<String, MediaProbe> probes) {
        var times = footage.stream()
                .collect(Collectors.groupingBy(
                        one -> FrameRate.suiting(video(one, probes).frameRate()),
                        Collectors.summingLong(one -> one.playing().toMillis())));
        return times.entrySet().stream()
                .max(Map.Entry.<FrameRate, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().framesPerSecond()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static VideoStream video(Stretch.Footage footage, Map<String, MediaProbe> probes) {
        return probes.get(footage.segment()).video().orElseThrow();
    }

    private static int even(int pixels) {
        return Math.max(2, pixels + pixels % 2);
    }
}
