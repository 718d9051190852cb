package org.webinararchiver.compile.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.Damage;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** Saves what can be decoded of damaged files, one voice after the other. */
final class Salvage {
    private static final Logger LOG = Logger.getLogger(Salvage.class);

    /** A tenth of a second: files often end a little earlier than they say. */
    private static final long UNNOTICED_SAMPLES = SampleClock.RATE / 10;

    private final Workshop workshop;
    private final SoundJobs jobs;
    private final Path scratch;
    private final String name;
    private int count;

    /**
     * Prepares to save.
     *
     * @param name begins the names of all files that are written
     */
    Salvage(Workshop workshop, SoundJobs jobs, Path scratch, String name) {
        this.workshop = workshop;
        this.jobs = jobs;
        this.scratch = scratch;
        this.name = name;
    }

    /**
     * What came of a voice.
     *
     * @param utterance the voice in a sound file, absent when nothing could be decoded
     * @param damage absent when nothing, or next to nothing, is missing
     */
    record Saved(Optional<Utterance> utterance, Optional<Damage> damage) {}

    Saved save(Utterance utterance) throws FfmpegFailure, IOException, InterruptedException {
        var file = scratch.resolve("%s-saved-%d.flac".formatted(name, count));
        var decoded = scratch.resolve("%s-decoded-%d.flac".formatted(name, count));
        count++;
        try {
            workshop.run(jobs.salvage(utterance, file, decoded));
        } catch (FfmpegFailure e) {
            if (e.kind() == FfmpegFailure.Kind.NOT_RUN) {
                throw e;
            }
            LastWords.keep(
                    LOG,
                    "The sound of segment %s can not be decoded"
                            .formatted(utterance.voice().segment()),
                    e);
            return new Saved(Optional.empty(), Optional.of(damage(utterance, 0)));
        }
        return judged(utterance, file, FlacLength.samples(file), FlacLength.samples(decoded));
    }

    /**
     * Judges by two lengths.
     *
     * @param reached how far the voice goes on, silence in place of what is damaged included
     * @param decoded how much of it there is
     */
    private static Saved judged(Utterance utterance, Path file, long reached, long decoded) {
        if (reached == 0 || decoded == 0) {
            return new Saved(Optional.empty(), Optional.of(damage(utterance, 0)));
        }
        var saved = Optional.of(utterance.saved(file));
        if (reached - decoded > UNNOTICED_SAMPLES) {
            return new Saved(saved, Optional.of(damage(utterance, 0)));
        }
        if (utterance.samples() - reached > UNNOTICED_SAMPLES) {
            return new Saved(saved, Optional.of(damage(utterance, reached)));
        }
        return new Saved(saved, Optional.empty());
    }

    /** What is missing within a voice is somewhere; what is missing at its end begins after so many samples. */
    private static Damage damage(Utterance utterance, long samples) {
        var voice = utterance.voice();
        return new Damage(voice.segment(), voice.track(), utterance.timeOf(samples), utterance.until());
    }
}
