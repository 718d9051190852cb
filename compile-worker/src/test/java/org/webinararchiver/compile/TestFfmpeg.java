package org.webinararchiver.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.media.ffmpeg.FfmpegSearch;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;
import org.webinararchiver.media.ffmpeg.run.FfmpegRunner;

/** The ffmpeg that comes with the build, unpacked once. */
public final class TestFfmpeg {
    private static final Path UNPACKED = Path.of("target", "bundled-ffmpeg");

    private TestFfmpeg() {}

    public static Ffmpeg installation() {
        return Holder.FFMPEG;
    }

    public static FfmpegRunner runner() {
        return new FfmpegRunner(installation());
    }

    private static final class Holder {
        static final Ffmpeg FFMPEG = find();

        private static Ffmpeg find() {
            try {
                return FfmpegSearch.find(Optional.empty(), List.of(), new BundledFfmpeg(UNPACKED));
            } catch (FfmpegNotFound | InterruptedException e) {
                throw new IllegalStateException("the tests need the bundled ffmpeg", e);
            }
        }
    }
}
