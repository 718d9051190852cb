package org.webinararchiver.compile.sound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.webinararchiver.compile.Seconds;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/** Tells ffmpeg how to place and mix sound. All places are counted in samples. */
final class SoundJobs {
    /** The limiter looks ahead this far, and what comes out of it is late by a sample less. */
    private static final int LOOK_AHEAD_MILLIS = 5;

    private static final long LATE_SAMPLES = (long) LOOK_AHEAD_MILLIS * SampleClock.RATE / 1000 - 1;

    /** As many may be as loud as can be at once before anything is cut off. */
    private static final int ROOM = 8;

    private static final Duration READ_RATHER_THAN_SOUGHT = Duration.ofSeconds(2);

    /** An encoder's first frame after a jump is made of half of what it needs. */
    private static final Duration RUN_UP = Duration.ofSeconds(1);

    private final Channels channels;

    SoundJobs(Channels channels) {
        this.channels = channels;
    }

    /**
     * Writes a part of a lane. Fails on the slightest damage to a file, so that what is missing is found out.
     *
     * @param graph where {@link #partGraph} is written
     */
    FfmpegJob part(LanePart part, Path graph, Path result) {
        var inputs = part.utterances().stream()
                .map(utterance -> reading(utterance, "-xerror"))
                .toList();
        return job(inputs, new FilterGraph.Script(graph), flac(result, "[sound]"), part.samples());
    }

    /** The graph that makes a part of exactly its length, each voice exactly at its place. */
    String partGraph(LanePart part) {
        var utterances = part.utterances();
        long silence = utterances.getFirst().start() - part.start();
        var chains = new ArrayList<String>();
        if (silence > 0) {
            chains.add("%s,atrim=end_sample=%d[silence]".formatted(silence(), silence));
        }
        for (int i = 0; i < utterances.size(); i++) {
            chains.add(
                    "[%d:a:0]%s,apad=whole_len=%d[voice%d]".formatted(i, placed(utterances.get(i)), part.slot(i), i));
        }
        var names = new StringBuilder(silence > 0 ? "[silence]" : "");
        IntStream.range(0, utterances.size()).forEach(i -> names.append("[voice%d]".formatted(i)));
        chains.add("%sconcat=n=%d:v=0:a=1[sound]".formatted(names, chains.size()));
        return String.join(";\n", chains);
    }

    /**
     * Writes what can be decoded of one voice, and nothing else: the result's length tells where it ends.
     *
     * @param decoded is made to hold the same without the silence in place of what is damaged: its length tells how
     *     much there is
     */
    FfmpegJob salvage(Utterance utterance, Path result, Path decoded) {
        var graph = "[0:a:0]asplit[all][counted];[all]%s[sound];[counted]%s[decoded]"
                .formatted(placed(utterance), cut(utterance));
        return new FfmpegJob(
                List.of(reading(utterance)),
                Optional.of(new FilterGraph.Text(graph)),
                List.of(flac(result, "[sound]"), flac(decoded, "[decoded]")),
                limits(utterance.samples()));
    }

    /** Writes a part of a lane in which nobody can be heard. */
    FfmpegJob silentPart(LanePart part, Path result) {
        var graph = "%s,atrim=end_sample=%d[sound]".formatted(silence(), part.samples());
        return job(List.of(), new FilterGraph.Text(graph), flac(result, "[sound]"), part.samples());
    }

    /**
     * Mixes the lanes of a window, with room above the loudest for all the others.
     *
     * @param lanes lists of their parts; none for silence
     */
    FfmpegJob mix(List<Path> lanes, long samples, Path result) {
        return job(
                lanes.stream().map(SoundJobs::joined).toList(),
                mixGraph(lanes.size(), samples),
                mixed(result),
                samples);
    }

    /**
     * Encodes mixed windows as loud as they are to be.
     *
     * @param windows the list of them
     */
    FfmpegJob encode(Path windows, long samples, Path result) {
        var graph = "[0:a:0]asetpts=N/SR/TB,aformat=sample_fmts=flt,volume=%d,%s[sound]"
                .formatted(ROOM, String.join(",", limiting()));
        return job(List.of(joined(windows)), new FilterGraph.Text(graph), aac(result), samples);
    }

    private static FfmpegInput joined(Path list) {
        return new FfmpegInput.Joined(list, List.of("-threads", "1"));
    }

    /** Decodes a sound file and throws away what comes of it. Fails on the slightest damage. */
    static FfmpegJob check(Path file, long samples) {
        var input = new FfmpegInput.Media(file, List.of("-xerror", "-threads", "1"));
        var output = new FfmpegOutput.Discarded(List.of("-map", "0:a:0"));
        return new FfmpegJob(List.of(input), List.of(output), limits(samples));
    }

    /** Each lane as loud as it is: a mix that is divided by its inputs is quiet where only one is heard. */
    private FilterGraph mixGraph(int lanes, long samples) {
        if (lanes == 0) {
            return new FilterGraph.Text("%s,atrim=end_sample=%d[sound]".formatted(silence(), samples));
        }
        var counted = IntStream.range(0, lanes)
                .mapToObj("[%1$d:a:0]asetpts=N/SR/TB[lane%1$d];\n"::formatted)
                .toList();
        var names = new StringBuilder();
        IntStream.range(0, lanes).forEach(i -> names.append("[lane%d]".formatted(i)));
        var mixed = lanes == 1 ? "[lane0]" : names + "amix=inputs=%d:normalize=0,".formatted(lanes);
        return new FilterGraph.Text("%s%saformat=sample_fmts=flt,volume=1/%d,aformat=sample_fmts=s32[sound]"
                .formatted(String.join("", counted), mixed, ROOM));
    }

    /** Made late by the limiter, moved back by dropping as much from the beginning. */
    private static List<String> limiting() {
        return List.of(
                "apad=pad_len=" + LATE_SAMPLES,
                "alimiter=limit=0.95:level=0:attack=%d:release=50".formatted(LOOK_AHEAD_MILLIS),
                "atrim=start_sample=" + LATE_SAMPLES,
                "asetpts=N/SR/TB");
    }

    /** With {@code -copyts} times are those of the file, wherever its streams begin and reading starts. */
    static FfmpegInput reading(Utterance utterance, String... more) {
        var options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-threads", "1", "-vn", "-copyts"));
        var from = SampleClock.timeOf(utterance.from());
        if (from.compareTo(READ_RATHER_THAN_SOUGHT) >= 0) {
            options.addAll(List.of("-noaccurate_seek", "-seek_timestamp", "1", "-ss", Seconds.of(from.minus(RUN_UP))));
        }
        return new FfmpegInput.Media(utterance.file(), options);
    }

    /**
     * Begins with the voice's first sample, whatever the file's times are, and is no longer than the voice. What is
     * before is cut off first: a resampler that is to leave it out miscounts by up to a second where it changes the
     * rate.
     */
    private String placed(Utterance utterance) {
        var from = Seconds.of(SampleClock.timeOf(utterance.from()));
        return String.join(
                ",",
                "atrim=start=" + from,
                "asetpts=round(PTS-%s/TB)".formatted(from),
                "aresample=%d:async=1:min_hard_comp=0.03:first_pts=0".formatted(SampleClock.RATE),
                "aformat=sample_fmts=s16:sample_rates=%d:channel_layouts=%s"
                        .formatted(SampleClock.RATE, channels.layout()),
                "asetpts=N/SR/TB",
                "atrim=end_sample=" + utterance.samples());
    }

    /** The same part of the file by its own times. */
    private static String cut(Utterance utterance) {
        var from = SampleClock.timeOf(utterance.from());
        return "atrim=start=%s:end=%s,asetpts=N/SR/TB,aresample=%d,aformat=sample_fmts=s16:channel_layouts=mono"
                .formatted(
                        Seconds.of(from),
                        Seconds.of(from.plus(SampleClock.timeOf(utterance.samples()))),
                        SampleClock.RATE);
    }

    private String silence() {
        return "anullsrc=r=%d:cl=%s,aformat=sample_fmts=s16".formatted(SampleClock.RATE, channels.layout());
    }

    private static FfmpegOutput flac(Path result, String name, String... more) {
        var options = new ArrayList<>(List.of("-map", name, "-c:a", "flac", "-compression_level", "1"));
        options.addAll(List.of(more));
        options.addAll(List.of("-f", "flac"));
        return new FfmpegOutput.File(result, options);
    }

    /** In 24 bits, so that nothing is lost by being quiet. */
    private static FfmpegOutput mixed(Path result) {
        return flac(result, "[sound]", "-sample_fmt", "s32", "-bits_per_raw_sample", "24");
    }

    private FfmpegOutput aac(Path result) {
        return new FfmpegOutput.File(
                result,
                List.of(
                        "-map",
                        "[sound]",
                        "-c:a",
                        "aac",
                        "-b:a",
                        "128k",
                        "-ar",
                        Integer.toString(SampleClock.RATE),
                        "-ac",
                        Integer.toString(channels.count()),
                        "-map_metadata",
                        "-1",
                        "-f",
                        "mp4"));
    }

    private static FfmpegJob job(List<FfmpegInput> inputs, FilterGraph graph, FfmpegOutput output, long samples) {
        return new FfmpegJob(inputs, Optional.of(graph), List.of(output), limits(samples));
    }

    private static RunLimits limits(long samples) {
        return RunLimits.USUAL.withTime(Duration.ofMinutes(10).plus(SampleClock.timeOf(samples)));
    }
}
