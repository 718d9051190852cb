package org.webinararchiver.simulator.studio;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.picture.FramePainter;

/** The frames of a take, whose markers say the webinar's time, not the file's. */
final class Frames {
    private Frames() {}

    static void write(Take take, PictureSpec picture, OutputStream output) throws IOException {
        var painter =
                switch (take.kind()) {
                    case PERSON -> FramePainter.camera(take.source(), picture.size());
                    case SCREEN -> FramePainter.screen(take.source(), picture.size());
                };
        long frames = Math.max(1, Math.round(take.length().toMillis() * picture.framesPerSecond() / 1000.0));
        for (long frame = 0; frame < frames; frame++) {
            var within = Duration.ofMillis(frame * 1000 / picture.framesPerSecond());
            output.write(painter.bytes(take.at().plus(within)));
        }
    }
}
