package org.webinararchiver.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.media.ffmpeg.FfmpegSearch;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;
import org.webinararchiver.simulator.studio.Studio;

/** Real media, for what looks into them. */
public final class TestStudio {
    private TestStudio() {}

    public static Studio open() throws FfmpegNotFound, InterruptedException {
        var ffmpeg = FfmpegSearch.find(Optional.empty(), List.of(), new BundledFfmpeg(Path.of("target", "ffmpeg")));
        return new Studio(ffmpeg, Path.of("target", "takes"));
    }
}
