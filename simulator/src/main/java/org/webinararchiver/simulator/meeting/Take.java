package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.manifest.Track;

/**
 * One media file of the platform: what a camera, a microphone or a shared screen sent from here to there.
 *
 * @param file the name that the platform gives the file, without its extension: 32 hexadecimal digits
 * @param kind whether it is of the person or of a screen that they share
 * @param at its beginning on the webinar's time axis, to the millisecond
 * @param picture absent for a microphone alone
 * @param sound absent for a silent one, without any audio stream
 * @param excess what its file holds before and after it
 * @param twin the playlist that alone has its picture; absent where its file has all of it
 */
public record Take(
        String file,
        Person person,
        Track.Kind kind,
        Duration at,
        Duration length,
        Optional<PictureSpec> picture,
        Optional<SoundSpec> sound,
        Excess excess,
        Optional<TwinSpec> twin) {

    public Take {
        Objects.requireNonNull(file);
        Objects.requireNonNull(twin);
        Objects.requireNonNull(person);
        Objects.requireNonNull(kind);
        if (at.isNegative() || length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a take lasts some time after the beginning: " + at + ", " + length);
        }
        if (picture.isEmpty() && sound.isEmpty()) {
            throw new IllegalArgumentException("a take without picture and sound is no file");
        }
        if (excess.before().compareTo(at) > 0) {
            throw new IllegalArgumentException("no file begins before the webinar: " + at + ", " + excess);
        }
    }

    /** A take that is wholly in its file. */
    public Take(
            String file,
            Person person,
            Track.Kind kind,
            Duration at,
            Duration length,
            Optional<PictureSpec> picture,
            Optional<SoundSpec> sound,
            Excess excess) {
        this(file, person, kind, at, length, picture, sound, excess, Optional.empty());
    }

    /** A take that fills its file. */
    public Take(
            String file,
            Person person,
            Track.Kind kind,
            Duration at,
            Duration length,
            Optional<PictureSpec> picture,
            Optional<SoundSpec> sound) {
        this(file, person, kind, at, length, picture, sound, Excess.NONE);
    }

    /** All that is in its file. */
    public Take whole() {
        return new Take(
                file,
                person,
                kind,
                at.minus(excess.before()),
                excess.before().plus(length).plus(excess.after()),
                picture,
                sound,
                Excess.NONE,
                twin);
    }

    /** All that is in its file: where there is a twin, only the sound. */
    public Take inFile() {
        var whole = whole();
        return new Take(file, person, kind, whole.at(), whole.length(), picture.filter(spec -> twin.isEmpty()), sound);
    }

    /** Its end on the webinar's time axis. */
    public Duration end() {
        return at.plus(length);
    }

    /** The source number in its frames. */
    public int source() {
        return switch (kind) {
            case PERSON -> person.number();
            case SCREEN -> person.screen();
        };
    }

    /** Whether an instant of the webinar is in it; the end is not. */
    public boolean covers(Duration instant) {
        return at.compareTo(instant) <= 0 && instant.compareTo(end()) < 0;
    }
}
