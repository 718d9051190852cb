package org.webinararchiver.compile.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.timeline.Voice;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.JoinList;

/**
 * The sound of a recording in which several speak at once: mixed window by window, by anybody, and then limited and
 * encoded in one piece, so that no seam is heard.
 *
 * @param channels 1 or 2
 * @param windows that adjoin and cover the whole recording
 */
public record SoundMix(int channels, List<SoundWindow> windows) {
    public SoundMix {
        windows = List.copyOf(windows);
    }

    /** How the sound of these voices is mixed. */
    public static SoundMix of(List<Voice> voices, Map<String, MediaProbe> probes, Duration duration) {
        return new SoundMix(Channels.suiting(voices, probes).count(), SoundWindow.of(voices, duration));
    }

    /**
     * Encodes it.
     *
     * @param mixed the windows' files, in their order
     * @param progress is told the share that is done
     */
    public SoundFile encode(List<MixedWindow> mixed, Workshop workshop, Path scratch, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        Files.createDirectories(scratch);
        var entries = new ArrayList<JoinList.Entry>();
        for (int each = 0; each < windows.size(); each++) {
            entries.add(
                    WindowMix.entry(mixed.get(each).file(), windows.get(each).samples()));
        }
        var list = scratch.resolve("sound.txt");
        JoinList.write(list, entries);
        var result = scratch.resolve("sound.m4a");
        long samples = windows.getLast().end();
        workshop.run(
                new SoundJobs(Channels.of(channels)).encode(list, samples, result),
                (double) samples / SampleClock.RATE,
                progress);
        return new SoundFile(
                result,
                channels,
                mixed.stream().flatMap(window -> window.damages().stream()).toList());
    }
}
