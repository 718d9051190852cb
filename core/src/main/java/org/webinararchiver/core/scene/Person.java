package org.webinararchiver.core.scene;

import java.util.Objects;

/**
 * Somebody on the screen.
 *
 * @param id what tells people apart: the participant's id, or the track's where nobody knows whose it is
 * @param track whose picture is shown, or whose sound is heard when there is none
 * @param name that others saw at this moment; blank where nobody knows it
 * @param seen whether there is a picture; otherwise a card with the name stands for it
 */
public record Person(String id, String track, String name, boolean seen) {
    public Person {
        Objects.requireNonNull(id);
        Objects.requireNonNull(track);
        Objects.requireNonNull(name);
    }
}
