package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.MediaFiles;
import org.webinararchiver.systemtests.media.FoundFfmpeg;

/** What it costs to encode a meeting's files once, one after the other, as most tools do at least once. */
final class Reencoding {
    private Reencoding() {}

    /** @param folder for the file, which is made and thrown away */
    static Cost of(Meeting meeting, MediaFiles files, Path folder)
            throws IOException, InterruptedException, FfmpegNotFound {
        Files.createDirectories(folder);
        var lines = new ArrayList<String>();
        for (var take : meeting.takes()) {
            lines.add("file '%s'".formatted(files.of(take)));
        }
        var list = Files.write(folder.resolve("list.txt"), lines);
        var encoded = folder.resolve("encoded.mp4");
        var command = List.of(
                FoundFfmpeg.get().ffmpeg().toString(),
                "-nostdin",
                "-loglevel",
                "error",
                "-f",
                "concat",
                "-safe",
                "0",
                "-i",
                list.toString(),
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-c:a",
                "aac",
                encoded.toString());
        var before = CpuTime.ofEndedChildren();
        var start = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start();
        assertThat(process.waitFor()).as("ffmpeg ends well").isZero();
        var cost = Cost.since(start, CpuTime.ofEndedChildren().minus(before));
        Files.delete(encoded);
        return cost;
    }
}
