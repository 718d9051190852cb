package org.webinararchiver.compile.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.io.file.PathUtils;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.join.Description;
import org.webinararchiver.compile.join.SoundAlone;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.picture.Shares;
import org.webinararchiver.compile.sound.SoundMaker;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.recording.StemName;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.core.timeline.Voice;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * Makes the sound of each participant by itself. All are as long as the recording and begin with it, so that whoever
 * lays them beside each other has the meeting; where somebody does not speak theirs is silent.
 */
public final class Stems {
    private final Workshop workshop;
    private final Sources sources;
    private final Path scratch;

    /**
     * Prepares to make them.
     *
     * @param sources what they are made of
     * @param scratch a folder for what is needed on the way; nothing stays in it
     */
    public Stems(Workshop workshop, Sources sources, Path scratch) {
        this.workshop = workshop;
        this.sources = sources;
        this.scratch = scratch;
    }

    private record Speaker(String name, List<Voice> voices) {}

    /**
     * Makes one for everybody of whom there is any sound. What could not be decoded is silent, as it is in the file.
     *
     * @param about the recording
     * @param file the finished one, beside which they are made, under names without anything of the participants'
     * @param progress is told the share of them that is made, from any thread
     * @throws Flaw when one is not what it should be
     */
    public Map<Companion, Path> make(
            Timeline timeline, Manifest manifest, Description about, Path file, DoubleConsumer progress)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var speakers = speakers(timeline, manifest);
        var names = StemName.of(speakers.stream().map(Speaker::name).toList());
        var made = new HashMap<Companion, Path>();
        var shares = new Shares(speakers.size(), progress);
        var work = new ArrayList<Workshop.Work<Optional<Flaw>>>();
        for (int i = 0; i < speakers.size(); i++) {
            var speaker = speakers.get(i);
            var result = file.resolveSibling("stem-%d.m4a".formatted(i + 1));
            var own = scratch.resolve("stem-%d".formatted(i + 1));
            made.put(Companion.stem(names.get(i)), result);
            work.add(() -> make(timeline, speaker, about, own, result, shares.of(1)));
        }
        for (var flaw : workshop.all(work)) {
            if (flaw.isPresent()) {
                throw flaw.get();
            }
        }
        return made;
    }

    private Optional<Flaw> make(
            Timeline timeline, Speaker speaker, Description about, Path own, Path result, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        Files.createDirectories(own);
        try {
            var heard = new Timeline(timeline.duration(), timeline.picture(), speaker.voices(), List.of());
            var sound = new SoundMaker(workshop.alone(), own).make(heard, sources, progress);
            var title = about.title() + " - " + speaker.name();
            new SoundAlone(workshop, own)
                    .make(
                            sound.file(),
                            new Description(title, about.startedAt(), List.of()),
                            timeline.duration(),
                            result);
            return Optional.empty();
        } catch (Flaw e) {
            return Optional.of(e);
        } finally {
            PathUtils.deleteDirectory(own);
        }
    }

    /** In the order in which they are heard first. Of what belongs to nobody who is known, each track is somebody. */
    private static List<Speaker> speakers(Timeline timeline, Manifest manifest) {
        var names = manifest.participants().stream().collect(Collectors.toMap(Participant::id, Participant::name));
        var tracks = manifest.tracks().stream().collect(Collectors.toMap(Track::id, Function.identity()));
        var speakers = new LinkedHashMap<String, Speaker>();
        for (var voice : timeline.voices()) {
            var participant = Optional.ofNullable(tracks.get(voice.track())).flatMap(Track::participant);
            speakers.computeIfAbsent(
                            participant.orElse("track " + voice.track()),
                            key -> new Speaker(participant.map(names::get).orElse(""), new ArrayList<>()))
                    .voices()
                    .add(voice);
        }
        return List.copyOf(speakers.values());
    }
}
