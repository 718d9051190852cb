package org.webinararchiver.compile.join;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.measure.Trial;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.RunLimits;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.Mp4Probe;

/** Makes a file of sound without a picture (.m4a), and measures it. */
public final class SoundAlone {
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private final Trial trial;
    private final Path scratch;

    /**
     * Prepares to make it.
     *
     * @param scratch a folder for what is needed on the way
     */
    public SoundAlone(Workshop workshop, Path scratch) {
        this.trial = new Trial(workshop);
        this.scratch = scratch;
    }

    /**
     * Makes it.
     *
     * @param about is written into the file
     * @param duration of the whole recording
     * @return how long the file is
     * @throws Flaw when it is not what it should be
     */
    public Duration make(Path sound, Description about, Duration duration, Path result)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var card = scratch.resolve("title.wav");
        TitleCard.write(card, about.title());
        var chapters = about.chapterFile(scratch).map(FfmpegInput.Description::new);
        var inputs = new ArrayList<FfmpegInput>(List.of(new FfmpegInput.Media(sound), new FfmpegInput.Media(card)));
        chapters.ifPresent(inputs::add);
        var limits = RunLimits.USUAL.withTime(Duration.ofMinutes(10).plus(duration));
        trial.run(
                new FfmpegJob(
                        inputs,
                        List.of(new FfmpegOutput.File(result, options(about.startedAt(), chapters.isPresent()))),
                        limits),
                "the sound can not be copied");
        trial.run(
                new FfmpegJob(
                        List.of(new FfmpegInput.Media(result, List.of("-xerror", "-threads", "1"))),
                        List.of(new FfmpegOutput.Discarded(List.of("-map", "0:a:0"))),
                        limits),
                "the sound can not be decoded");
        return measured(result, duration);
    }

    private static List<String> options(Optional<OffsetDateTime> startedAt, boolean hasChapters) {
        var options = new ArrayList<>(List.of("-map", "0:a:0", "-c", "copy"));
        options.addAll(List.of("-map_metadata", "1:g", "-map_metadata:s", "-1"));
        options.addAll(List.of("-map_chapters", hasChapters ? "2" : "-1"));
        startedAt.ifPresent(start -> options.addAll(List.of("-metadata", "creation_time=" + JoinJob.utc(start))));
        options.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        return options;
    }

    private static Duration measured(Path file, Duration duration) throws Flaw, IOException {
        try {
            var lasting = Mp4Probe.probe(file);
            if (lasting.audio().isEmpty() || isOff(lasting, duration)) {
                throw new Flaw("the sound lasts %s, not %s".formatted(lasting.duration(), duration));
            }
            return lasting.duration();
        } catch (Mp4Exception e) {
            throw new Flaw("the file is broken: " + e.getMessage(), e);
        }
    }

    private static boolean isOff(MediaProbe lasting, Duration duration) {
        return lasting.duration().minus(duration).abs().compareTo(TOLERANCE) > 0;
    }
}
