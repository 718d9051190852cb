package org.webinararchiver.compile.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.picture.Shares;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * Makes the sound of a recording: a lone voice is copied, several are mixed. A recording without any sound gets
 * silence: players and editors expect a sound track.
 */
public final class SoundMaker {
    private static final Logger LOG = Logger.getLogger(SoundMaker.class);

    /** How much of the work mixing is; encoding is the rest. */
    private static final double MIXING = 0.7;

    private final Workshop workshop;
    private final Path scratch;

    /**
     * Prepares to make sound.
     *
     * @param scratch a folder for what is needed on the way, and the result
     */
    public SoundMaker(Workshop workshop, Path scratch) {
        this.workshop = workshop;
        this.scratch = scratch;
    }

    /**
     * Makes the sound.
     *
     * @param sources what it is made of
     * @param progress is told the share that is done, from any thread
     */
    public SoundFile make(Timeline timeline, Sources sources, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var copied = copied(timeline, sources);
        if (copied.isPresent()) {
            progress.accept(1);
            return copied.get();
        }
        return mixed(SoundMix.of(timeline.voices(), sources.probes(), timeline.duration()), sources, progress);
    }

    /** Copies the sound, where that is possible. */
    public Optional<SoundFile> copied(Timeline timeline, Sources sources)
            throws FfmpegFailure, IOException, InterruptedException {
        var copy = scratch.resolve("sound.aac");
        try {
            var copied = new VoiceCopy(workshop, sources).write(timeline, copy);
            LOG.infof("The sound: copied");
            return Optional.of(copied);
        } catch (NotCopied e) {
            LOG.infof("The sound: mixed, since %s", e.getMessage());
            Files.deleteIfExists(copy);
            return Optional.empty();
        }
    }

    private SoundFile mixed(SoundMix mix, Sources sources, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var windows = mix.windows();
        var shares = new Shares(
                windows.stream().mapToLong(SoundWindow::samples).sum(), share -> progress.accept(MIXING * share));
        var inner = windows.size() == 1 ? workshop : workshop.alone();
        var mixer = new WindowMix(inner, mix.channels(), sources, scratch);
        var work = new ArrayList<Workshop.Work<MixedWindow>>();
        windows.forEach(window -> work.add(() -> mixer.mix(window, shares.of(window.samples()))));
        return mix.encode(
                workshop.all(work), workshop, scratch, share -> progress.accept(MIXING + (1 - MIXING) * share));
    }
}
