package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;

/**
 * What files most probably hold that nobody has looked into: what the source says of their tracks, for as long as it
 * says. It tells what a recording will look like before anything of it is fetched.
 */
public final class AssumedMedia {
    private static final String UNKNOWN = "unknown";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES_A_SECOND = 25;
    private static final int SAMPLE_RATE = 48_000;

    private AssumedMedia() {}

    /**
     * Of all segments that clips are cut from, by their ids. A person is heard, and seen where their track was at some
     * time; a screen is seen. A file is as long as the source says, but goes on for no longer than the recording. Of
     * one of which it says nothing, a clip whose end nobody told lasts until the next one of its track begins, and the
     * last one to the recording's end.
     */
    public static Map<String, MediaProbe> of(Manifest manifest) {
        var probes = new HashMap<String, MediaProbe>();
        var segments = manifest.segmentsById();
        for (var track : manifest.tracks()) {
            var starts = new TreeSet<Duration>();
            track.clips().forEach(clip -> starts.add(clip.start()));
            for (var clip : track.clips()) {
                var next = Optional.ofNullable(starts.higher(clip.start()));
                var lasting = segments.get(clip.segment())
                        .length()
                        .map(said -> shorter(said, clip.trim().plus(until(clip, manifest.duration()))))
                        .orElseGet(() -> clip.trim().plus(lasting(clip, next.orElse(manifest.duration()))));
                probes.merge(clip.segment(), probe(track, lasting), AssumedMedia::longer);
            }
        }
        return Map.copyOf(probes);
    }

    private static Duration lasting(Clip clip, Duration otherwise) {
        return until(clip, clip.end().orElse(otherwise));
    }

    /** How long something lasts that begins with a clip; no time when it is over by then. */
    private static Duration until(Clip clip, Duration end) {
        return end.compareTo(clip.start()) > 0 ? end.minus(clip.start()) : Duration.ZERO;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static MediaProbe probe(Track track, Duration lasting) {
        boolean isPerson = track.kind() == Track.Kind.PERSON;
        return new MediaProbe(
                lasting,
                track.pictured() || !isPerson ? Optional.of(picture(lasting)) : Optional.empty(),
                isPerson ? Optional.of(sound(lasting)) : Optional.empty());
    }

    private static VideoStream picture(Duration lasting) {
        long frames = lasting.toSeconds() * FRAMES_A_SECOND;
        return new VideoStream(UNKNOWN, WIDTH, HEIGHT, Duration.ZERO, lasting, frames, UNKNOWN);
    }

    private static AudioStream sound(Duration lasting) {
        return new AudioStream(UNKNOWN, SAMPLE_RATE, 1, Duration.ZERO, lasting, UNKNOWN);
    }

    /** Of one file that several clips are cut from, what the longest of them needs. */
    private static MediaProbe longer(MediaProbe one, MediaProbe other) {
        return one.duration().compareTo(other.duration()) >= 0 ? one : other;
    }
}
