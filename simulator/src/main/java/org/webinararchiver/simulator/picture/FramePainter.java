package org.webinararchiver.simulator.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Duration;
import org.webinararchiver.simulator.marker.FrameMarker;
import org.webinararchiver.simulator.marker.FrameReading;

/**
 * Paints the frames of one source: something pleasant to look at, and below it the marker that says which source it is
 * and when. Frames are a function of source, size and time alone. Not for several threads at once.
 */
public final class FramePainter {
    private final int source;
    private final PictureSize size;
    private final Scene scene;
    private final BufferedImage image;
    private final byte[] pixels;
    private final byte[] still;

    private FramePainter(int source, PictureSize size, Scene scene) {
        this.source = source;
        this.size = size;
        this.scene = scene;
        this.image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
        this.pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var graphics = smooth(image.createGraphics());
        scene.paintStill(graphics, size);
        graphics.dispose();
        this.still = pixels.clone();
    }

    /** Somebody in front of a camera. */
    public static FramePainter camera(int source, PictureSize size) {
        return new FramePainter(source, size, new CameraScene(source));
    }

    /** A shared screen. */
    public static FramePainter screen(int source, PictureSize size) {
        return new FramePainter(source, size, new ScreenScene(source));
    }

    /** The picture at an instant of the webinar; the next call paints over it. */
    public BufferedImage paint(Duration time) {
        System.arraycopy(still, 0, pixels, 0, pixels.length);
        var graphics = smooth(image.createGraphics());
        scene.paintMoving(graphics, size, time);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        FrameMarker.paint(graphics, size.width(), size.height(), new FrameReading(source, time));
        graphics.dispose();
        return image;
    }

    /** The picture at an instant as bytes, blue, green and red of each pixel; the next call writes over them. */
    public byte[] bytes(Duration time) {
        paint(time);
        return pixels;
    }

    private static Graphics2D smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }
}
