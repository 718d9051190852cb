package org.webinararchiver.compile.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.core.timeline.Voice;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.mp4.AacForm;
import org.webinararchiver.media.mp4.AacPackets;
import org.webinararchiver.media.mp4.NotMp4;

/**
 * Makes the sound of a recording in which nobody speaks while somebody else does: each packet is copied to the slot
 * that is nearest to its place, and what is left between is filled with packets of silence. What was written is decoded
 * once, so that damage is noticed; that is a fraction of what encoding costs.
 */
final class VoiceCopy {
    private final Workshop workshop;
    private final Sources sources;

    VoiceCopy(Workshop workshop, Sources sources) {
        this.workshop = workshop;
        this.sources = sources;
    }

    /**
     * Writes the whole sound.
     *
     * @throws NotCopied when something stands against it; the file is to be thrown away then
     */
    SoundFile write(Timeline timeline, Path result) throws NotCopied, FfmpegFailure, IOException, InterruptedException {
        requireOneAtATime(timeline.voices());
        var form = form(timeline.voices());
        var grid = new PacketGrid(form.sampleRate());
        try (var file = new AdtsFile(result, form)) {
            for (var voice : timeline.voices()) {
                copy(voice, form, grid, file);
            }
            file.silenceUntil(grid.slotAt(timeline.duration()));
        }
        if (!timeline.voices().isEmpty()) {
            requireSound(timeline, result);
        }
        return new SoundFile(result, form.channels(), List.of());
    }

    private static void requireOneAtATime(List<Voice> voices) throws NotCopied {
        for (int next = 1; next < voices.size(); next++) {
            if (voices.get(next).at().compareTo(voices.get(next - 1).end()) < 0) {
                throw new NotCopied("several voices are heard at once");
            }
        }
    }

    /** That of the first voice, with which all others are compared. */
    private AacForm form(List<Voice> voices) throws NotCopied, IOException, InterruptedException {
        if (voices.isEmpty()) {
            return AacForm.USUAL;
        }
        var first = voices.getFirst();
        try (var held = sources.hold(List.of(first.segment()));
                var channel = Files.newByteChannel(held.file(first.segment()))) {
            var form = packets(AacPackets.in(channel)).form();
            if (form.sampleRate() < PacketGrid.LEAST_SAMPLE_RATE) {
                throw new NotCopied("packets of %d Hz are long".formatted(form.sampleRate()));
            }
            return form;
        } catch (NotMp4 e) {
            throw damaged(first, e);
        }
    }

    private static AacPackets packets(Optional<AacPackets> packets) throws NotCopied {
        return packets.orElseThrow(() -> new NotCopied("a file's sound is not plain AAC"));
    }

    private void copy(Voice voice, AacForm form, PacketGrid grid, AdtsFile file)
            throws NotCopied, IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (sources.isCutOff(voice.segment())) {
            throw new NotCopied("the end of a file is missing");
        }
        try (var held = sources.hold(List.of(voice.segment()));
                var channel = Files.newByteChannel(held.file(voice.segment()))) {
            var packets = packets(AacPackets.in(channel));
            if (!packets.form().equals(form)) {
                throw new NotCopied("the files' sound is not of one form");
            }
            copy(voice, packets, grid, file);
        } catch (NotMp4 e) {
            throw damaged(voice, e);
        }
    }

    /**
     * The packet before the first one that is heard is left out, though the decoder lacks half of what it needs for the
     * first then: what comes out is the voice fading in over some 20 ms, and what was before fading out. With it, sound
     * would fade out before and begin with a click. For the same reason a last packet is left out that ends in silence.
     */
    private static void copy(Voice voice, AacPackets packets, PacketGrid grid, AdtsFile file)
            throws NotCopied, NotMp4, IOException {
        long begin = grid.slotAt(voice.at());
        long end = grid.slotAt(voice.end());
        var moved = voice.at().minus(voice.from());
        boolean isUnderWay = false;
        while (packets.next()) {
            var at = packets.at().plus(moved);
            long slot = isUnderWay ? grid.slotAt(at, file.packets()) : grid.slotAt(at);
            if (slot >= end || packets.isLast() && grid.isFilledUp(at, voice.end())) {
                return;
            }
            if (slot >= Math.max(begin, file.packets())) {
                file.silenceUntil(slot);
                file.write(checked(packets.bytes()));
                isUnderWay = true;
            }
        }
    }

    private static byte[] checked(byte[] packet) throws NotCopied {
        if (!AdtsFile.takes(packet)) {
            throw new NotCopied("a packet has %d bytes".formatted(packet.length));
        }
        return packet;
    }

    private void requireSound(Timeline timeline, Path result) throws NotCopied, FfmpegFailure, InterruptedException {
        try {
            workshop.run(SoundJobs.check(result, SampleClock.sampleAt(timeline.duration())));
        } catch (FfmpegFailure e) {
            switch (e.kind()) {
                case NOT_RUN, OUTPUT_TOO_LARGE -> throw e;
                case EXITED, TIMED_OUT ->
                    throw new NotCopied("what was copied can not be decoded: " + LastWords.of(e), e);
            }
        }
    }

    private static NotCopied damaged(Voice voice, NotMp4 cause) {
        return new NotCopied("the file of segment %s is damaged".formatted(voice.segment()), cause);
    }
}
