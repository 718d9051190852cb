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
import org.apache.commons.io.file.PathUtils;
import org.webinararchiver.compile.Damage;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.JoinList;

/**
 * Mixes the voices of a window, each at its place to the sample.
 *
 * <p>Voices are laid into lanes without overlaps, lanes are written in parts of a few files each, and the lanes are
 * mixed. So no process has many inputs.
 */
public final class WindowMix {
    /** How much of the work the lanes are; the mix is the rest. */
    private static final double LANES = 0.8;

    private final Workshop workshop;
    private final SoundJobs jobs;
    private final Sources sources;
    private final Path scratch;

    /**
     * Prepares to mix.
     *
     * @param channels of the result, 1 or 2
     * @param scratch a folder for the parts and the result
     */
    public WindowMix(Workshop workshop, int channels, Sources sources, Path scratch) {
        this.workshop = workshop;
        this.jobs = new SoundJobs(Channels.of(channels));
        this.sources = sources;
        this.scratch = scratch;
    }

    /**
     * Mixes.
     *
     * @param progress is told the share that is done, from any thread
     */
    public MixedWindow mix(SoundWindow window, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var name = "sound-" + window.start();
        var result = scratch.resolve(name + ".flac");
        var folder = Files.createDirectories(scratch.resolve(name));
        try (var held = sources.hold(window.segments())) {
            var utterances = window.voices().stream()
                    .map(voice -> Utterance.in(held.file(voice.segment()), voice, window))
                    .filter(utterance -> utterance.samples() > 0)
                    .toList();
            var lanes = Lanes.of(utterances).stream()
                    .map(lane -> LanePart.of(lane, window))
                    .toList();
            var damages = new ArrayList<Damage>();
            var lists = lists(lanes, folder, damages, progress);
            workshop.run(jobs.mix(lists, window.samples(), result));
            progress.accept(1);
            return new MixedWindow(result, damages);
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    /** Writes all parts of all lanes and a list for each lane. */
    private List<Path> lists(List<List<LanePart>> lanes, Path folder, List<Damage> damages, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        int parts = lanes.stream().mapToInt(List::size).sum();
        var finished = new AtomicInteger();
        var work = new ArrayList<Workshop.Work<WrittenPart>>();
        for (var lane : lanes) {
            for (var part : lane) {
                var writer = new PartWriter(workshop, jobs, sources, folder, "part-" + work.size());
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
                entries.add(entry(file.file(), part.samples()));
            }
            var list = folder.resolve("lane-%d.txt".formatted(lists.size()));
            JoinList.write(list, entries);
            lists.add(list);
        }
        return lists;
    }

    static JoinList.Entry entry(Path file, long samples) {
        return new JoinList.Entry(
                file, Optional.of(SampleClock.timeOf(samples)), Optional.empty(), Optional.<Duration>empty());
    }
}
