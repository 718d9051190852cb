package org.webinararchiver.compile.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.media.mp4.H264Probe;
import org.webinararchiver.media.mp4.H264Track;
import org.webinararchiver.media.mp4.Mp4Exception;

/** Where reading a file ends of which frames are copied. */
public final class ReadingEnd {
    /** Less than any frame lasts, more than times are rounded by. */
    private static final Duration AHEAD_OF_ROUNDING = Duration.ofMillis(1);

    private ReadingEnd() {}

    /**
     * The time within the file. Of frames that are stored in another order than they are shown in, those after a cut
     * come before others.
     *
     * @param video what the file says of its picture
     * @param track its frames, which were looked at before
     */
    public static Duration of(Footage footage, VideoStream video, H264Track track, Path file) throws IOException {
        var end = footage.from().plus(footage.playing());
        var isCut = end.compareTo(video.start().plus(video.duration())) < 0;
        if (!isCut || track.delay().isZero()) {
            return end;
        }
        try {
            return H264Probe.readUntil(file, end).minus(AHEAD_OF_ROUNDING);
        } catch (Mp4Exception e) {
            throw new IllegalStateException("a file changed that was read before", e);
        }
    }
}
