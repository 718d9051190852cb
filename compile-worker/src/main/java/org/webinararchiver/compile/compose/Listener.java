package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.sound.VoiceSketch;
import org.webinararchiver.core.scene.Speech;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.SpanSeries;
import org.webinararchiver.core.timeline.Voice;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.mp4.AacPackets;
import org.webinararchiver.media.mp4.NotMp4;

/**
 * Finds out who speaks when: by the tables of their files where these tell it, which costs next to nothing, else by
 * listening.
 */
final class Listener {
    private static final Logger LOG = Logger.getLogger(Listener.class);

    private final Sources sources;
    private final Workshop workshop;
    private final Path scratch;

    /** @param scratch a folder for what is needed on the way; nothing stays in it */
    Listener(Sources sources, Workshop workshop, Path scratch) {
        this.sources = sources;
        this.workshop = workshop;
        this.scratch = scratch;
    }

    /** A track of which something can not be listened to is not told of, and so never taken for silent. */
    Speech listen(List<Appearance> appearances) throws FfmpegFailure, IOException, InterruptedException {
        var spoken = new HashMap<String, SpanSeries>();
        var others = new ArrayList<Appearance>();
        for (var appearance : appearances) {
            var told = byTables(appearance);
            if (told.isPresent()) {
                spoken.put(appearance.track().id(), told.get());
            } else if (appearance.heard().stream().noneMatch(voice -> sources.isCutOff(voice.segment()))) {
                others.add(appearance);
            }
        }
        spoken.putAll(heard(others));
        return new Speech(spoken);
    }

    private Optional<SpanSeries> byTables(Appearance appearance) throws IOException, InterruptedException {
        var loudness = Loudness.byBytes();
        for (var voice : appearance.heard()) {
            if (!isToldByTables(voice, loudness)) {
                return Optional.empty();
            }
        }
        return Optional.of(loudness.spoken());
    }

    private boolean isToldByTables(Voice voice, Loudness loudness) throws IOException, InterruptedException {
        if (sources.isCutOff(voice.segment())) {
            return false;
        }
        try (var held = sources.hold(List.of(voice.segment()));
                var channel = Files.newByteChannel(held.file(voice.segment()))) {
            var found = AacPackets.in(channel);
            if (found.isEmpty()) {
                return false;
            }
            var packets = found.get();
            var moved = voice.at().minus(voice.from());
            while (packets.next()) {
                var at = packets.at().plus(moved);
                if (at.compareTo(voice.at()) >= 0 && at.compareTo(voice.end()) < 0) {
                    loudness.add(at, packets.size());
                }
            }
            return true;
        } catch (NotMp4 damaged) {
            return false;
        }
    }

    /**
     * A voice that was listened to.
     *
     * @param levels how loud it was, step by step from its beginning; empty where that can not be found out
     */
    private record Heard(String track, Voice voice, Optional<List<Long>> levels) {

        void addTo(Loudness loudness) {
            var at = voice.at();
            for (long level : levels.orElseThrow()) {
                loudness.add(at, level);
                at = at.plus(Loudness.STEP);
            }
        }
    }

    private Map<String, SpanSeries> heard(List<Appearance> appearances)
            throws FfmpegFailure, IOException, InterruptedException {
        var work = new ArrayList<Workshop.Work<Heard>>();
        for (var appearance : appearances) {
            for (var voice : appearance.heard()) {
                work.add(() -> new Heard(appearance.track().id(), voice, levels(voice)));
            }
        }
        var byTrack = workshop.all(work).stream().collect(Collectors.groupingBy(Heard::track));
        var spoken = new HashMap<String, SpanSeries>();
        byTrack.forEach((track, voices) -> {
            if (voices.stream().allMatch(heard -> heard.levels().isPresent())) {
                var loudness = Loudness.byLevels();
                voices.forEach(heard -> heard.addTo(loudness));
                spoken.put(track, loudness.spoken());
            }
        });
        return spoken;
    }

    private Optional<List<Long>> levels(Voice voice) throws IOException, InterruptedException {
        try {
            var sketch = new VoiceSketch(workshop, sources, scratch);
            return Optional.of(sketch.levels(voice, Loudness.STEP).boxed().toList());
        } catch (FfmpegFailure e) {
            LOG.warnf("Who is heard in segment %s counts as speaking: %s", voice.segment(), LastWords.of(e));
            return Optional.empty();
        }
    }
}
