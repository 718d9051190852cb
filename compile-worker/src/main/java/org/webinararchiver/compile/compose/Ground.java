package org.webinararchiver.compile.compose;

import java.util.Objects;
import org.webinararchiver.core.layout.Seating;
import org.webinararchiver.core.scene.Scene;

/** A scene and how the screen is divided in it: all of it but what moves is one picture. */
public record Ground(Scene scene, Seating seating) {
    public Ground {
        Objects.requireNonNull(scene);
        Objects.requireNonNull(seating);
    }
}
