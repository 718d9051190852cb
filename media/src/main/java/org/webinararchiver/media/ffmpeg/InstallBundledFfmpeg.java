package org.webinararchiver.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;

/**
 * Unpacks the bundled ffmpeg where it is to stay, as images of containers have it: {@code ffmpeg} and {@code ffprobe}
 * are in {@code bin} below the folder that is named. Fails unless they pass the trial.
 */
public final class InstallBundledFfmpeg {
    private InstallBundledFfmpeg() {}

    public static void main(String[] arguments) throws IOException, FfmpegNotFound, InterruptedException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument, the folder to unpack into");
        }
        System.out.println(into(Path.of(arguments[0]).toAbsolutePath()).ffmpeg());
    }

    /** Into a folder in which there is no {@code bin} yet. */
    static Ffmpeg into(Path folder) throws IOException, FfmpegNotFound, InterruptedException {
        var found = FfmpegSearch.find(Optional.empty(), List.of(), new BundledFfmpeg(folder));
        var bin = folder.resolve("bin");
        Files.createSymbolicLink(bin, folder.relativize(found.ffmpeg().getParent()));
        return FfmpegSearch.find(Optional.of(bin), List.of(), new BundledFfmpeg(folder));
    }
}
