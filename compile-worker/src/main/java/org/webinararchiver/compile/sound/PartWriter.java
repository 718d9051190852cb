package org.webinararchiver.compile.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.Damage;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** Writes one part of a lane. A damaged file costs its own sound, or the rest of it, and no other file's. */
final class PartWriter {
    private static final Logger LOG = Logger.getLogger(PartWriter.class);

    private final Workshop workshop;
    private final SoundJobs jobs;
    private final Sources sources;
    private final Path scratch;
    private final String name;

    /**
     * Prepares to write.
     *
     * @param name begins the names of all files that are written
     */
    PartWriter(Workshop workshop, SoundJobs jobs, Sources sources, Path scratch, String name) {
        this.workshop = workshop;
        this.jobs = jobs;
        this.sources = sources;
        this.scratch = scratch;
        this.name = name;
    }

    WrittenPart write(LanePart part) throws FfmpegFailure, IOException, InterruptedException {
        var result = scratch.resolve(name + ".flac");
        if (isKnownToBeDamaged(part)) {
            return writeWhatCanBeSaved(part, result);
        }
        try {
            write(part, result);
            return new WrittenPart(result, List.of());
        } catch (FfmpegFailure e) {
            if (e.kind() == FfmpegFailure.Kind.NOT_RUN) {
                throw e;
            }
            LOG.warnf(
                    "Sound is damaged in one of %d files, each is read by itself: %s",
                    part.utterances().size(), LastWords.of(e));
            return writeWhatCanBeSaved(part, result);
        }
    }

    private boolean isKnownToBeDamaged(LanePart part) {
        return part.utterances().stream()
                .anyMatch(utterance -> sources.isCutOff(utterance.voice().segment()));
    }

    private void write(LanePart part, Path result) throws FfmpegFailure, IOException, InterruptedException {
        var graph = scratch.resolve(name + ".graph");
        Files.writeString(graph, jobs.partGraph(part));
        workshop.run(jobs.part(part, graph, result));
    }

    private WrittenPart writeWhatCanBeSaved(LanePart part, Path result)
            throws FfmpegFailure, IOException, InterruptedException {
        var saved = new ArrayList<Utterance>();
        var damages = new ArrayList<Damage>();
        var salvage = new Salvage(workshop, jobs, scratch, name);
        for (var utterance : part.utterances()) {
            var salvaged = salvage.save(utterance);
            salvaged.utterance().ifPresent(saved::add);
            salvaged.damage().ifPresent(damages::add);
        }
        if (saved.isEmpty()) {
            workshop.run(jobs.silentPart(part, result));
        } else {
            write(part.with(saved), result);
        }
        return new WrittenPart(result, damages);
    }
}
