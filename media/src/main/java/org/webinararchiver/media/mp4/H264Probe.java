package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at every frame of a file's H.264 picture, as far as can be seen without decoding it: whether it is whole, which
 * frames need no others, whether the parameter sets stay the same.
 */
public final class H264Probe {
    private H264Probe() {}

    /**
     * Looks at a file that {@link Mp4Probe} found whole.
     *
     * @return absent when its first picture is not H.264
     * @throws NotCopyable when its frames can not be joined with others as they are; the message says why, in words
     *     that follow "the file"
     * @throws Mp4Exception when its tables contradict themselves
     */
    public static Optional<H264Track> probe(Path file) throws IOException, Mp4Exception, NotCopyable {
        try (var channel = Files.newByteChannel(file)) {
            return new H264Reader(new Mp4Bytes(channel)).read();
        } catch (ArithmeticException e) {
            throw contradiction(e);
        }
    }

    /**
     * Where reading such a file must end so that nothing comes along that is shown at an instant or later. Where frames
     * are stored in another order than they are shown, the last few before the instant do not come along either.
     *
     * @param instant on the file's time axis
     * @return when the first frame that is left out is decoded, on the same axis; the instant itself when none is
     */
    public static Duration readUntil(Path file, Duration instant) throws IOException, Mp4Exception {
        try (var channel = Files.newByteChannel(file)) {
            return new H264Reader(new Mp4Bytes(channel)).readUntil(instant);
        } catch (ArithmeticException e) {
            throw contradiction(e);
        }
    }

    private static NotMp4 contradiction(ArithmeticException cause) {
        var contradiction = new NotMp4("its numbers lead beyond all measure");
        contradiction.initCause(cause);
        return contradiction;
    }
}
