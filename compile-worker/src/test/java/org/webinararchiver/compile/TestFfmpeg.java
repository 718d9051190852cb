package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Makes a file as these arguments say. */
    public static Path make(Path file, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(installation().ffmpeg().toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        command.add(file.toString());
        var process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("not made: " + command);
        }
        return file;
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
