package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.picture.SlidePainter;
import org.webinararchiver.simulator.tone.ToneListener;
import org.webinararchiver.simulator.tone.ToneReading;
import org.webinararchiver.simulator.tone.ToneScale;

/** What a meeting was at any instant, for comparing with a recording of it. */
public final class Truth {
    /** How far from a take's beginning and end {@link #instants} stay: what is shown at a cut differs by a frame. */
    private static final Duration CLEAR_OF_CUTS = Duration.ofMillis(150);

    private static final long SECOND = 1000;
    private static final long FIRST_CLEAR =
            ToneScale.SILENCE.plus(ToneListener.reach()).toMillis() + 10;
    private static final long LAST_CLEAR = SECOND - ToneListener.reach().toMillis() - 10;

    private final Meeting meeting;

    Truth(Meeting meeting) {
        this.meeting = meeting;
    }

    /** The length of the whole recording. */
    public Duration duration() {
        return meeting.duration();
    }

    /** What was recorded of an instant. */
    public Moment at(Duration instant) {
        var visible = meeting.takes().stream()
                .filter(take -> take.covers(instant))
                .flatMap(take -> take.picture().map(picture -> visible(take, picture)).stream())
                .collect(Collectors.toSet());
        boolean pause = instant.toMillisPart() < ToneScale.SILENCE.toMillis();
        int digit = ToneScale.digit(instant.toSeconds());
        var audible = meeting.takes().stream()
                .filter(take -> !pause && take.covers(instant) && take.sound().isPresent())
                .map(take -> new ToneReading(take.person().number(), digit))
                .collect(Collectors.toSet());
        return new Moment(instant, visible, audible, slide(instant));
    }

    /** The last slide that was put up, unless its deck was put away since. */
    private Optional<FrameReading> slide(Duration instant) {
        Optional<Happening.SlideShown> shown = Optional.empty();
        for (var happening : meeting.happenings()) {
            if (happening.at().compareTo(instant) <= 0) {
                if (happening instanceof Happening.SlideShown slide) {
                    shown = Optional.of(slide);
                } else if (happening instanceof Happening.DeckPutAway away) {
                    shown = shown.filter(slide -> slide.deck() != away.deck());
                }
            }
        }
        return shown.map(slide -> SlidePainter.reading(slide.deck(), slide.slide()));
    }

    private static Moment.Visible visible(Take take, PictureSpec picture) {
        return new Moment.Visible(take.source(), Duration.ofSeconds(1).dividedBy(picture.framesPerSecond()));
    }

    /**
     * Instants that have one right answer: about this far apart, clear of the beginnings and ends of takes, and within
     * a second's tone.
     */
    public List<Duration> instants(Duration every) {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("instants lie some time apart: " + every);
        }
        var instants = new ArrayList<Duration>();
        for (var near = every.dividedBy(2); near.compareTo(duration()) < 0; near = near.plus(every)) {
            var instant = withinTone(near);
            boolean isNew = instants.isEmpty() || instants.getLast().compareTo(instant) < 0;
            if (isNew && instant.compareTo(duration()) < 0 && isClearOfCuts(instant)) {
                instants.add(instant);
            }
        }
        return instants;
    }

    /** Every second through which somebody speaks from its beginning to its end in one take. */
    public List<Onset> onsets() {
        var onsets = new ArrayList<Onset>();
        for (var take : meeting.takes()) {
            long first = (take.at().toMillis() + SECOND - 1) / SECOND;
            long last = take.end().toMillis() / SECOND;
            for (long second = first; take.sound().isPresent() && second < last; second++) {
                onsets.add(new Onset(take.person().number(), second));
            }
        }
        return onsets;
    }

    private static Duration withinTone(Duration near) {
        long within = Math.clamp(near.toMillisPart(), FIRST_CLEAR, LAST_CLEAR);
        return Duration.ofMillis(near.toSeconds() * SECOND + within);
    }

    private boolean isClearOfCuts(Duration instant) {
        return meeting.takes().stream().noneMatch(take -> isNear(instant, take.at()) || isNear(instant, take.end()))
                && meeting.happenings().stream().noneMatch(happening -> isNear(instant, happening.at()));
    }

    private static boolean isNear(Duration instant, Duration cut) {
        return instant.minus(cut).abs().compareTo(CLEAR_OF_CUTS) < 0;
    }
}
