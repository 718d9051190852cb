package org.webinararchiver.simulator.meeting;

import java.util.Objects;
import org.webinararchiver.simulator.tone.ToneScale;

/**
 * Somebody in a meeting.
 *
 * @param number from 1; says whose tones are heard, where there are tones for so many ({@link ToneScale#PARTICIPANTS}),
 *     and is the source number in the frames of their camera
 * @param name as others see it, any characters
 * @param user the platform's id
 * @param lecturer whether they lead the meeting
 */
public record Person(int number, String name, long user, boolean lecturer) {
    private static final int FIRST_SCREEN = 128;

    /** Sources above the screens of so many are slides. */
    private static final int MOST = 100;

    public Person {
        Objects.requireNonNull(name);
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a meeting has up to " + MOST + " people");
        }
    }

    /** The source number in the frames of the screen that they share. */
    public int screen() {
        return FIRST_SCREEN + number;
    }
}
