package org.webinararchiver.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;

/** The bundled ffmpeg, unpacked once into the build's folder, and a short way to make media with it. */
public final class TestFfmpeg {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private TestFfmpeg() {}

    public static Ffmpeg installation() {
        return Holder.FFMPEG;
    }

    /** Runs ffmpeg with these arguments; the last names the file to make. */
    public static Path make(Path file, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(installation().ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        run(command);
        return file;
    }

    /** What ffprobe says of a file, without decoration. */
    public static String probe(Path file, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(installation().ffprobe().toString(), "-v", "error", "-of", "default=nk=1:nw=1"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        return run(command).strip();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var output = ProgramOutput.of(command, LONGEST);
        if (output.exitCode() != 0) {
            throw new IOException(command + " ended with " + output.exitCode() + ": " + output.text());
        }
        return output.text();
    }

    private static final class Holder {
        static final Ffmpeg FFMPEG = find();

        private static Ffmpeg find() {
            try {
                return FfmpegSearch.find(
                        Optional.empty(), List.of(), new BundledFfmpeg(Path.of("target", "bundled-ffmpeg")));
            } catch (FfmpegNotFound | InterruptedException e) {
                throw new IllegalStateException("the tests need the bundled ffmpeg", e);
            }
        }
    }
}
