package org.webinararchiver.compile.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.webinararchiver.compile.Seconds;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.timeline.Voice;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/**
 * Tells how loud a voice is at which time, from a copy of it that is just good enough for that: 8 kilobytes a second,
 * in which a voice still has most of what makes it loud.
 */
public final class VoiceSketch {
    private static final int RATE = 4_000;
    private static final int BYTES = 2;

    /** Decoding a voice is hundreds of times faster than listening to it. */
    private static final int SLOWEST_SECONDS_IN_A_SECOND = 10;

    private static final long MEBIBYTE = 1L << 20;

    private final Workshop workshop;
    private final Sources sources;
    private final Path scratch;

    /** @param scratch a folder that is there; nothing stays in it */
    public VoiceSketch(Workshop workshop, Sources sources, Path scratch) {
        this.workshop = workshop;
        this.sources = sources;
        this.scratch = scratch;
    }

    /**
     * How loud it is, step by step from its beginning: the root of the mean of the squares of 16 bit samples.
     *
     * @param step how long each is
     * @throws FfmpegFailure when any of it can not be decoded
     */
    public LongStream levels(Voice voice, Duration step) throws FfmpegFailure, IOException, InterruptedException {
        var drawn = Files.createTempFile(scratch, "voice", ".pcm");
        try (var held = sources.hold(List.of(voice.segment()))) {
            workshop.run(job(voice, held.file(voice.segment()), drawn));
            return levels(drawn, (int) (RATE * step.toMillis() / 1000));
        } finally {
            Files.delete(drawn);
        }
    }

    private FfmpegJob job(Voice voice, Path file, Path result) {
        var utterance = Utterance.whole(file, voice);
        var from = Seconds.of(voice.from());
        var until = Seconds.of(voice.from().plus(voice.lasting()));
        var graph = "[0:a:0]atrim=start=%s:end=%s,asetpts=round(PTS-%s/TB),".formatted(from, until, from)
                + "aresample=%d:async=1:min_hard_comp=0.1:first_pts=0,".formatted(RATE)
                + "aformat=sample_fmts=s16:channel_layouts=mono[sound]";
        var limits = RunLimits.USUAL
                .withTime(Duration.ofMinutes(1).plus(voice.lasting().dividedBy(SLOWEST_SECONDS_IN_A_SECOND)))
                .withMemory(1024 * MEBIBYTE)
                .withOutputFile(MEBIBYTE + BYTES * at(voice.lasting()));
        return new FfmpegJob(
                List.of(SoundJobs.reading(utterance, "-xerror")),
                Optional.of(new FilterGraph.Text(graph)),
                List.of(new FfmpegOutput.File(result, List.of("-map", "[sound]", "-c:a", "pcm_s16le", "-f", "s16le"))),
                limits);
    }

    private static long at(Duration time) {
        return RATE * time.toMillis() / 1000;
    }

    private static LongStream levels(Path drawn, int samples) throws IOException {
        var levels = LongStream.builder();
        try (var read = new BufferedInputStream(Files.newInputStream(drawn))) {
            for (var step = step(read, samples); step.length >= BYTES; step = step(read, samples)) {
                levels.add(level(step));
            }
        }
        return levels.build();
    }

    private static byte[] step(InputStream read, int samples) throws IOException {
        return read.readNBytes(BYTES * samples);
    }

    private static long level(byte[] step) {
        long squares = 0;
        int count = step.length / BYTES;
        for (int i = 0; i < count; i++) {
            long sample = (short) (step[2 * i] & 0xff | step[2 * i + 1] << Byte.SIZE);
            squares += sample * sample;
        }
        return Math.round(Math.sqrt((double) squares / count));
    }
}
