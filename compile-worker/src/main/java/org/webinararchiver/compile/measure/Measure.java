package org.webinararchiver.compile.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.JoinList;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.Mp4Probe;

/**
 * Measures a finished file before it gets its name: how long it is, what it holds, whether every packet can be read and
 * time never goes back, whether each piece begins at its place and has all its frames, whether its key frames can be
 * decoded, a second around each join of frames of different making, and what comes after some of the other joins.
 */
public final class Measure {
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private final Trial trial;
    private final Path scratch;

    /**
     * Prepares to measure.
     *
     * @param scratch a folder for lists
     */
    public Measure(Workshop workshop, Path scratch) {
        this.trial = new Trial(workshop);
        this.scratch = scratch;
    }

    /**
     * Measures.
     *
     * @return how long the file is
     * @throws Flaw when it is not what is expected
     */
    public Duration check(Path file, Expectation expectation)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var probe = probe(file);
        checkStreams(probe, expectation);
        checkPicture(file, expectation);
        return probe.duration();
    }

    private static MediaProbe probe(Path file) throws Flaw, IOException {
        try {
            return Mp4Probe.probe(file);
        } catch (Mp4Exception e) {
            throw new Flaw("the file is broken: " + e.getMessage(), e);
        }
    }

    private static void checkStreams(MediaProbe probe, Expectation expectation) throws Flaw {
        var video = probe.video().orElseThrow(() -> new Flaw("there is no picture"));
        var audio = probe.audio().orElseThrow(() -> new Flaw("there is no sound"));
        if (video.width() != expectation.width() || video.height() != expectation.height()) {
            throw new Flaw("the picture is %dx%d, not %dx%d"
                    .formatted(video.width(), video.height(), expectation.width(), expectation.height()));
        }
        if (audio.channels() != expectation.channels()) {
            throw new Flaw("the sound has %d channels, not %d".formatted(audio.channels(), expectation.channels()));
        }
        checkDuration("the file", probe.duration(), expectation);
        checkDuration("its sound", audio.start().plus(audio.duration()), expectation);
    }

    private static void checkDuration(String what, Duration lasting, Expectation expectation) throws Flaw {
        if (lasting.minus(expectation.duration()).abs().compareTo(TOLERANCE) > 0) {
            throw new Flaw("%s lasts %s, not %s".formatted(what, lasting, expectation.duration()));
        }
    }

    private void checkPicture(Path file, Expectation expectation)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var jobs = new MeasureJobs(file, expectation.duration());
        var spans = Joins.spans(expectation);
        var list = scratch.resolve("packets.txt");
        if (Joins.areNearlyAll(spans, expectation.duration())) {
            trial.run(jobs.packetsAndAllFrames(list), "its packets can not be read or its picture can not be decoded");
            checkPackets(list, expectation);
        } else {
            trial.run(
                    jobs.packetsAndKeyFrames(list), "its packets can not be read or its key frames can not be decoded");
            checkPackets(list, expectation);
            checkJoins(file, jobs, spans);
        }
    }

    private static void checkPackets(Path list, Expectation expectation) throws Flaw, IOException {
        try (var lines = Files.newBufferedReader(list)) {
            new PacketList(expectation.runs()).check(lines);
        }
        Files.delete(list);
    }

    private void checkJoins(Path file, MeasureJobs jobs, List<Joins.Span> spans)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        if (spans.isEmpty()) {
            return;
        }
        var list = scratch.resolve("joins.txt");
        JoinList.write(
                list,
                spans.stream()
                        .map(span -> new JoinList.Entry(
                                file, Optional.empty(), Optional.of(span.from()), Optional.of(span.to())))
                        .toList());
        trial.run(jobs.someFrames(list), "its picture can not be decoded around the joins");
    }
}
