package org.webinararchiver.core.scene;

import java.util.Objects;
import org.webinararchiver.core.manifest.Slide;

/** What is looked at: the largest thing on the screen. */
public sealed interface Stage {

    /** A shared screen or window. */
    record Screen(String track) implements Stage {
        public Screen {
            Objects.requireNonNull(track);
        }
    }

    /** A slide whose picture is there. */
    record OfSlide(Slide slide) implements Stage {
        public OfSlide {
            Objects.requireNonNull(slide);
        }
    }

    /** A person's camera. */
    record Camera(Person person) implements Stage {
        public Camera {
            Objects.requireNonNull(person);
        }
    }

    /** Nobody and nothing has a picture. */
    record Nothing() implements Stage {}
}
