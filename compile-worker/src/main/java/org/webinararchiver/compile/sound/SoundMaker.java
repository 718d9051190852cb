package org.webinararchiver.compile.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * Makes the sound of a recording: a lone voice is copied, several are mixed. A recording without any sound gets
 * silence: players and editors expect a sound track.
 */
public final class SoundMaker {
    private static final Logger LOG = Logger.getLogger(SoundMaker.class);

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
        var copy = scratch.resolve("sound.aac");
        try {
            var copied = new VoiceCopy(workshop, sources).write(timeline, copy);
            LOG.infof("The sound: copied");
            progress.accept(1);
            return copied;
        } catch (NotCopied e) {
            LOG.infof("The sound: mixed, since %s", e.getMessage());
            Files.deleteIfExists(copy);
            return new SoundMix(workshop, scratch).mix(timeline, sources, progress);
        }
    }
}
