package org.webinararchiver.systemtests.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.media.ffmpeg.FfmpegSearch;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;

/** The ffmpeg of this machine, or the one that comes with the project where there is none. */
public final class FoundFfmpeg {
    private static final Path UNPACKED = Path.of("target", "ffmpeg");
    private static Ffmpeg ffmpeg;

    private FoundFfmpeg() {}

    public static synchronized Ffmpeg get() throws FfmpegNotFound, InterruptedException {
        if (ffmpeg == null) {
            List<Path> path = FfmpegSearch.foldersOf(System.getenv("PATH"));
            ffmpeg = FfmpegSearch.find(Optional.empty(), path, new BundledFfmpeg(UNPACKED));
        }
        return ffmpeg;
    }
}
