package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.webinararchiver.core.media.MediaProbe;

/**
 * Measures MP4 files without another process: codecs, sizes, times and fingerprints, from the tables that describe
 * them.
 *
 * <p>Reads the boxes of ISO/IEC 14496-12, whole files and fragmented ones, and QuickTime's close relatives. Times are
 * exact, and edit lists are respected: a stream's start lies on the file's own time axis, so a stream that an empty
 * edit delays starts later than zero, as does one that continues a live stream. Memory does not depend on the file:
 * whatever it says, the reading ends with one of the two exceptions or a result.
 */
public final class Mp4Probe {
    private Mp4Probe() {}

    /**
     * Measures a file.
     *
     * @throws NotMp4 when it is of another kind or contradicts itself
     * @throws TruncatedMp4 when its end is missing
     */
    public static MediaProbe probe(Path file) throws IOException, Mp4Exception {
        try (var channel = Files.newByteChannel(file)) {
            return probe(channel);
        }
    }

    /**
     * Measures what can be read here, from position 0 on; the channel's size counts as the file's, and it stays open.
     *
     * @throws NotMp4 when it is of another kind or contradicts itself
     * @throws TruncatedMp4 when its end is missing
     */
    public static MediaProbe probe(SeekableByteChannel channel) throws IOException, Mp4Exception {
        return new Mp4File(new Mp4Bytes(channel)).probe();
    }
}
