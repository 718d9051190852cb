package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.core.scene.Speech;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.SpanSeries;
import org.webinararchiver.core.timeline.Voice;
import org.webinararchiver.media.mp4.AacPackets;
import org.webinararchiver.media.mp4.NotMp4;

/** Finds out who speaks when. */
final class Listener {
    private final Sources sources;

    Listener(Sources sources) {
        this.sources = sources;
    }

    /** A track of which something can not be listened to this way is not told of, and so never taken for silent. */
    Speech listen(List<Appearance> appearances) throws IOException, InterruptedException {
        var spoken = new HashMap<String, SpanSeries>();
        for (var appearance : appearances) {
            var loudness = new Loudness();
            boolean isKnown = true;
            for (var voice : appearance.heard()) {
                isKnown = isKnown && listen(voice, loudness);
            }
            if (isKnown) {
                spoken.put(appearance.track().id(), loudness.spoken());
            }
        }
        return new Speech(spoken);
    }

    private boolean listen(Voice voice, Loudness loudness) throws IOException, InterruptedException {
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
}
