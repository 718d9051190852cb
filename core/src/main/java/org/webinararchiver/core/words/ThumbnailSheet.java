package org.webinararchiver.core.words;

import java.time.Duration;
import java.util.stream.IntStream;
import org.webinararchiver.core.timeline.Span;

/**
 * Where in one picture the small pictures of a video are: in rows, at even distances in time.
 *
 * @param every how far they are apart
 * @param count from 1 to 100
 * @param columns how many are in a row
 * @param width of each, in pixels
 * @param height of each, in pixels
 */
public record ThumbnailSheet(Duration duration, Duration every, int count, int columns, int width, int height) {
    private static final int MOST = 100;
    private static final int IN_A_ROW = 10;
    private static final int WIDTH = 160;

    /** Nearer ones would show the same frame again: no more than the key frames of a video are looked at. */
    private static final Duration NEAREST = Duration.ofSeconds(10);

    /**
     * The sheet of a video of this length, in which each thumbnail has the video's form.
     *
     * @param duration more than nothing
     * @param width of the video
     * @param height of the video
     */
    public static ThumbnailSheet of(Duration duration, int width, int height) {
        var seconds = Math.max(NEAREST.toSeconds(), -Math.floorDiv(-duration.toMillis(), MOST * 1000L));
        var count = (int) Math.max(1, -Math.floorDiv(-duration.toMillis(), seconds * 1000));
        // The pixels of most codings of colour come in pairs.
        var high = Math.clamp(2 * Math.round(WIDTH * (double) height / width / 2), 2, 4 * WIDTH);
        return new ThumbnailSheet(
                duration, Duration.ofSeconds(seconds), count, Math.min(count, IN_A_ROW), WIDTH, (int) high);
    }

    public int rows() {
        return (count + columns - 1) / columns;
    }

    /**
     * Tells players where each is.
     *
     * @param picture the name of the picture beside this file, of characters that addresses may have
     */
    public String webVtt(String picture) {
        return WebVtt.file(IntStream.range(0, count)
                .mapToObj(number -> WebVtt.block(
                        time(number),
                        "%s#xywh=%d,%d,%d,%d"
                                .formatted(
                                        picture, number % columns * width, number / columns * height, width, height))));
    }

    private Span time(int number) {
        var until = number + 1 < count ? every.multipliedBy(number + 1L) : duration;
        return new Span(every.multipliedBy(number), until);
    }
}
