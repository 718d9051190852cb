package org.webinararchiver.compile.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.webinararchiver.compile.Damage;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.JoinList;

/**
 * Makes the sound of a recording in which several speak at once: every voice at its place to the sample, mixed, encoded
 * once.
 *
 * <p>Voices are laid into lanes without overlaps, lanes are written in parts of a few files each, and the lanes are
 * mixed. So no process has many inputs, and nothing but compressed parts is kept, however long the recording is.
 */
final class SoundMix {
    /** How much of the work the lanes are; the mix is the rest. */
    private static final double LANES = 0.6;

    private final Workshop workshop;
    private final Path scratch;

    /**
     * Prepares to mix.
     *
     * @param scratch a folder for the parts and the result
     */
    SoundMix(Workshop workshop, Path scratch) {
        this.workshop = workshop;
        this.scratch = scratch;
    }

    /**
     * Mixes what is at least one voice.
     *
     * @param sources what it is made of
     * @param progress is told the share that is done, from any thread
     */
    SoundFile mix(Timeline timeline, Sources sources, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var channels = Channels.suiting(timeline.voices(), sources.probes());
        var jobs = new SoundJobs(channels);
        long samples = SampleClock.sampleAt(timeline.duration());
        var utterances = timeline.voices().stream()
                .map(voice -> Utterance.in(sources.file(voice.segment()), voice))
                .filter(utterance -> utterance.samples() > 0)
                .toList();
        var lanes = new ArrayList<List<LanePart>>();
        Lanes.of(utterances).forEach(lane -> lanes.add(LanePart.of(lane, samples)));
        var damages = new ArrayList<Damage>();
        var lists = lists(lanes, new PartWriters(workshop, jobs, scratch, sources), damages, progress);
        var result = scratch.resolve("sound.m4a");
        workshop.run(
                jobs.mix(lists, samples, result),
                seconds(timeline),
                share -> progress.accept(LANES + (1 - LANES) * share));
        return new SoundFile(result, channels.count(), damages);
    }

    private record PartWriters(Workshop workshop, SoundJobs jobs, Path scratch, Sources sources) {
        PartWriter writer(int number) {
            return new PartWriter(workshop, jobs, sources, scratch, "part-" + number);
        }
    }

    private static double seconds(Timeline timeline) {
        return timeline.duration().toNanos() / 1e9;
    }

    /** Writes all parts of all lanes and a list for each lane. */
    private List<Path> lists(
            List<List<LanePart>> lanes, PartWriters writers, List<Damage> damages, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        int parts = lanes.stream().mapToInt(List::size).sum();
        var finished = new AtomicInteger();
        var work = new ArrayList<Workshop.Work<WrittenPart>>();
        for (var lane : lanes) {
            for (var part : lane) {
                var writer = writers.writer(work.size());
                work.add(() -> {
                    var written = writer.write(part);
                    progress.accept(LANES * finished.incrementAndGet() / parts);
                    return written;
                });
            }
        }
        var written = workshop.all(work).iterator();
        var lists = new ArrayList<Path>();
        for (var lane : lanes) {
            var entries = new ArrayList<JoinList.Entry>();
            for (var part : lane) {
                var file = written.next();
                damages.addAll(file.damages());
                entries.add(entry(part, file.file()));
            }
            lists.add(list(lists.size(), entries));
        }
        return lists;
    }

    private static JoinList.Entry entry(LanePart part, Path file) {
        var lasting = SampleClock.timeOf(part.end()).minus(SampleClock.timeOf(part.start()));
        return new JoinList.Entry(file, Optional.of(lasting), Optional.empty(), Optional.<Duration>empty());
    }

    private Path list(int lane, List<JoinList.Entry> entries) throws IOException {
        var list = scratch.resolve("lane-%d.txt".formatted(lane));
        Files.createDirectories(scratch);
        JoinList.write(list, entries);
        return list;
    }
}
