package org.webinararchiver.core.scene;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.core.timeline.Span;

/**
 * A time through which the screen is divided in the same way between the same people and things.
 *
 * @param people beside the stage, the lecturer first; whoever is the stage is not among them
 * @param more how many others are there for whom there is no room
 * @param messages how many messages had been written by then, of all that there are
 */
public record Scene(Span time, Stage stage, List<Person> people, int more, int messages) {
    public Scene {
        Objects.requireNonNull(time);
        Objects.requireNonNull(stage);
        people = List.copyOf(people);
        if (more < 0 || messages < 0) {
            throw new IllegalArgumentException("a scene of " + more + " more people and " + messages + " messages");
        }
    }

    /** Whether the other scene looks the same. */
    boolean isLike(Scene other) {
        return stage.equals(other.stage)
                && people.equals(other.people)
                && more == other.more
                && messages == other.messages;
    }

    Scene until(Duration later) {
        return new Scene(new Span(time.from(), later), stage, people, more, messages);
    }

    /** Whether one camera is all that there is. */
    public boolean isOneCamera() {
        return stage instanceof Stage.Camera && people.isEmpty() && more == 0;
    }
}
