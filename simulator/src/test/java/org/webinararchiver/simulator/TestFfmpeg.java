package org.webinararchiver.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.media.ffmpeg.FfmpegSearch;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;
import org.webinararchiver.simulator.process.PipedProgram;

/** The ffmpeg that comes with the build, the same for everybody who runs the tests. */
public final class TestFfmpeg {
    private static final Path UNPACKED = Path.of("target", "ffmpeg");
    private static Ffmpeg ffmpeg;

    private TestFfmpeg() {}

    public static synchronized Ffmpeg found() throws FfmpegNotFound, InterruptedException {
        if (ffmpeg == null) {
            ffmpeg = FfmpegSearch.find(Optional.empty(), List.of(), new BundledFfmpeg(UNPACKED));
        }
        return ffmpeg;
    }

    /**
     * Runs ffmpeg with these words, separated by spaces, and then the output's name; a word may name one value, as
     * {@code %2$s}.
     */
    public static Path make(Path output, String words, Object... values)
            throws IOException, InterruptedException, FfmpegNotFound {
        var command = new ArrayList<String>();
        command.add(found().ffmpeg().toString());
        command.addAll(List.of("-nostdin", "-y", "-v", "error"));
        for (var word : words.split(" ", -1)) {
            command.add(word.formatted(values));
        }
        command.add(output.toString());
        return new PipedProgram(command).read(nothing -> output);
    }
}
