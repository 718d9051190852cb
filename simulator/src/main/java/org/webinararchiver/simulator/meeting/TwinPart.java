package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a take as its twin has it, with one clock: a fragmented MP4 of picture (VP9) or sound (Opus) alone.
 *
 * @param stretch what is recorded in it; has a picture or a sound, not both
 * @param clock what the file's clock says at its beginning
 */
public record TwinPart(Take stretch, Duration clock) {

    /** How long each piece of a part is, but the last. */
    public static final Duration PIECE = Duration.ofSeconds(2);

    /** Which stream of a twin. */
    public enum Stream {
        SMALL_PICTURE,
        PICTURE,
        SOUND
    }

    /** The parts of one stream of a take's twin, in order of time. */
    public static List<TwinPart> of(Take take, TwinSpec twin, Stream stream) {
        var whole = take.whole();
        var parts = new ArrayList<TwinPart>();
        var first = twin.brokenAt().orElse(whole.length());
        parts.add(new TwinPart(stretch(whole, Duration.ZERO, first, stream), twin.clock()));
        if (twin.brokenAt().isPresent()) {
            parts.add(new TwinPart(stretch(whole, first, whole.length().minus(first), stream), Duration.ZERO));
        }
        return parts;
    }

    private static Take stretch(Take whole, Duration from, Duration lasting, Stream stream) {
        var picture = whole.picture()
                .filter(spec -> stream != Stream.SOUND)
                .map(spec -> stream == Stream.SMALL_PICTURE ? PictureSpec.of(320, 180, spec.framesPerSecond()) : spec);
        return new Take(
                whole.file(),
                whole.person(),
                whole.kind(),
                whole.at().plus(from),
                lasting,
                picture,
                whole.sound().filter(spec -> stream == Stream.SOUND));
    }

    /** How long each of its pieces lasts. */
    public List<Duration> pieces() {
        var pieces = new ArrayList<Duration>();
        for (var rest = stretch.length(); rest.isPositive(); rest = rest.minus(PIECE)) {
            pieces.add(rest.compareTo(PIECE) < 0 ? rest : PIECE);
        }
        return pieces;
    }
}
