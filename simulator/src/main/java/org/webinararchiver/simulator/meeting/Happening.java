package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.util.Objects;

/** Something in a meeting that no media file shows. */
public sealed interface Happening {

    /** When it happens on the webinar's time axis. */
    Duration at();

    /** Somebody goes by another name from now on. */
    record Renamed(Duration at, Person person, String name) implements Happening {
        public Renamed {
            Objects.requireNonNull(person);
            Objects.requireNonNull(name);
        }
    }

    /** Somebody writes into the chat, or asks a question. */
    record Written(Duration at, boolean question, String author, String text) implements Happening {
        public Written {
            Objects.requireNonNull(author);
            Objects.requireNonNull(text);
        }
    }

    /** A slide appears; both are counted from 1. */
    record SlideShown(Duration at, int deck, int slide) implements Happening {
        public SlideShown {
            if (deck < 1 || slide < 1) {
                throw new IllegalArgumentException("decks and slides are counted from 1: " + deck + ", " + slide);
            }
        }
    }

    /** A deck is put away. */
    record DeckPutAway(Duration at, int deck) implements Happening {}
}
