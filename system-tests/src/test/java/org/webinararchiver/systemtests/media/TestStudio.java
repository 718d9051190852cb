package org.webinararchiver.systemtests.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.studio.Studio;

/** Where the platform's media files are made, once for all tests. */
public final class TestStudio {
    private static final Path MADE = Path.of("target", "studio");

    private TestStudio() {}

    /** A studio with the files of these meetings made, so that serving them takes no time. */
    public static Studio with(List<Meeting> meetings) throws IOException, InterruptedException, FfmpegNotFound {
        var studio = new Studio(FoundFfmpeg.get(), MADE);
        studio.prepare(meetings);
        return studio;
    }
}
