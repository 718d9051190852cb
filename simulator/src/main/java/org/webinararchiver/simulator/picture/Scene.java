package org.webinararchiver.simulator.picture;

import java.awt.Graphics2D;
import java.time.Duration;

/**
 * What a source shows, apart from its marker. The lowest sixth of the picture is the marker's. A scene is the same for
 * the same instant, whatever was painted before.
 */
interface Scene {

    /** Paints what never changes; asked once. */
    void paintStill(Graphics2D graphics, PictureSize size);

    /** Paints what moves over what is still. */
    void paintMoving(Graphics2D graphics, PictureSize size, Duration time);
}
