package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which parts of a track are shown, and when: {@code elst}. A track without one is shown as it is.
 *
 * @param initialPause how long nothing is shown at first, in ticks of the movie's clock
 * @param edits what comes then
 * @param movie the clock that pauses and lengths are given in
 */
record EditList(long initialPause, List<Edit> edits, Timescale movie) {
    private static final int MOST = 100_000;
    private static final Duration UNNOTICED = Duration.ofMillis(20);

    /**
     * A part of the track, or a pause.
     *
     * @param length in ticks of the movie's clock; 0 in a file made of fragments, where it means to the end
     * @param from where in the track it starts, in ticks of the track's clock; negative for a pause
     */
    record Edit(long length, long from) {
        boolean isPause() {
            return from < 0;
        }
    }

    static EditList none(Timescale movie) {
        return new EditList(0, List.of(), movie);
    }

    static EditList read(Box elst, Timescale movie, Mp4Bytes bytes) throws IOException, NotMp4 {
        var isLarge = bytes.unsigned8(elst.body()) == 1;
        var table = Table.in(elst, isLarge ? 20 : 12, bytes);
        if (table.rows() > MOST) {
            throw new NotMp4("a track is said to be cut into " + table.rows() + " parts");
        }
        var pause = 0L;
        var edits = new ArrayList<Edit>();
        for (var row = 0L; row < table.rows(); row++) {
            var edit = isLarge
                    ? new Edit(table.unsigned64(row, 0), table.signed64(row, 8))
                    : new Edit(table.unsigned32(row, 0), table.signed32(row, 4));
            if (edit.isPause() && edits.isEmpty()) {
                pause = Math.addExact(pause, edit.length());
            } else {
                edits.add(edit);
            }
        }
        return new EditList(pause, List.copyOf(edits), movie);
    }

    /** When the track's time zero is on the movie's time axis; absent where the track is cut into several parts. */
    Optional<Duration> shift(Timescale track) throws NotMp4 {
        if (edits.size() > 1) {
            return Optional.empty();
        }
        var from = edits.isEmpty() ? 0 : edits.getFirst().from();
        return Optional.of(movie.duration(initialPause).minus(track.duration(from)));
    }

    /** When the samples are shown on the movie's time axis. */
    Span show(SampleTimes times, Timescale track) throws NotMp4 {
        if (times.isEmpty()) {
            return new Span(Duration.ZERO, Duration.ZERO);
        }
        if (edits.size() > 1) {
            return showSeveral();
        }
        var from = edits.isEmpty() ? 0 : edits.getFirst().from();
        var pause = movie.duration(initialPause);
        var start = track.duration(Math.max(0, Math.subtractExact(times.first(), from)));
        var end = track.duration(Math.max(0, Math.subtractExact(times.end(), from)));
        return new Span(pause.plus(start), pause.plus(cut(end)));
    }

    /** Whether samples that end here are cut off noticeably before. */
    boolean cuts(long end, Timescale track) throws NotMp4 {
        if (edits.isEmpty()) {
            return false;
        }
        var own = track.duration(
                Math.max(0, Math.subtractExact(end, edits.getFirst().from())));
        return own.minus(cut(own)).compareTo(UNNOTICED) > 0;
    }

    /** When a sample is shown that is shown at this tick of its track; absent where that is before the beginning. */
    Optional<Duration> shownAt(long tick, Timescale track) throws NotMp4 {
        var from = edits.isEmpty() ? 0 : edits.getFirst().from();
        var within = Math.subtractExact(tick, from);
        return within < 0
                ? Optional.empty()
                : Optional.of(movie.duration(initialPause).plus(track.duration(within)));
    }

    /**
     * Lengths are given in the movie's clock, which is coarse: a length that is less than a tick off is no cut, and the
     * samples tell the end exactly.
     */
    private Duration cut(Duration end) throws NotMp4 {
        if (edits.isEmpty() || edits.getFirst().length() == 0) {
            return end;
        }
        var length = edits.getFirst().length();
        return movie.duration(Math.addExact(length, 1)).compareTo(end) > 0 ? end : movie.duration(length);
    }

    private Span showSeveral() throws NotMp4 {
        var total = initialPause;
        for (var edit : edits) {
            total = Math.addExact(total, edit.length());
        }
        return new Span(movie.duration(initialPause), movie.duration(total));
    }
}
