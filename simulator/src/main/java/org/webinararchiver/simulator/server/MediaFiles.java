package org.webinararchiver.simulator.server;

import java.io.IOException;
import java.nio.file.Path;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;

/** Where the bytes of takes come from. */
@FunctionalInterface
public interface MediaFiles {

    /**
     * The MP4 file of a take. May take as long as making it does; asked by several threads at once.
     *
     * @throws IOException when there is none
     */
    Path of(Take take) throws IOException, InterruptedException;

    /**
     * A fragmented MP4 file of a stretch of a take's twin, a fragment for each piece.
     *
     * @throws IOException when there is none
     */
    default Path of(TwinPart part) throws IOException, InterruptedException {
        throw new IOException("there is no twin of " + part.stretch().file());
    }

    /** For tests that never fetch media: every file is missing. */
    static MediaFiles none() {
        return take -> {
            throw new IOException("this simulator serves no media: " + take.file());
        };
    }
}
