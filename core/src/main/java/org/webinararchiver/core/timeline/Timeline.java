package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.media.MediaProbe;

/**
 * What is seen and heard at which instant of a recording.
 *
 * @param duration of the recording: what its manifest says, or longer where a clip goes on for longer
 * @param picture covers the whole duration
 * @param voices everybody who is heard, in order of time; those of one track do not overlap
 * @param gaps what is missing, in order of time
 */
public record Timeline(Duration duration, Picture picture, List<Voice> voices, List<Gap> gaps) {
    public Timeline {
        Objects.requireNonNull(duration);
        Objects.requireNonNull(picture);
        voices = List.copyOf(voices);
        gaps = List.copyOf(gaps);
    }

    /**
     * Places what is there of a manifest on its time axis.
     *
     * @param probes what the segments' files hold, by the segments' ids; a segment that could not be had is absent
     */
    public static Timeline of(Manifest manifest, Map<String, MediaProbe> probes) {
        var voices = voices(manifest, probes);
        var duration = duration(manifest, probes);
        var picture = PicturePlan.lay(Sight.of(manifest, probes), duration);
        return new Timeline(duration, picture, voices, Gaps.of(manifest, probes.keySet(), duration));
    }

    private static Duration duration(Manifest manifest, Map<String, MediaProbe> probes) {
        return manifest.tracks().stream()
                .flatMap(track -> track.clips().stream())
                .flatMap(clip -> ends(clip, Optional.ofNullable(probes.get(clip.segment()))))
                .reduce(manifest.duration(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private static Stream<Duration> ends(Clip clip, Optional<MediaProbe> probe) {
        return probe.isEmpty()
                ? clip.end().stream()
                : Stream.of(Placed.picture(clip, probe.get()), Placed.sound(clip, probe.get()))
                        .flatMap(Optional::stream)
                        .map(Placed::until);
    }

    private static List<Voice> voices(Manifest manifest, Map<String, MediaProbe> probes) {
        return manifest.tracks().stream()
                .flatMap(track -> voices(track, probes))
                .sorted(Comparator.comparing(Voice::at))
                .toList();
    }

    static Stream<Voice> voices(Track track, Map<String, MediaProbe> probes) {
        var parts = track.clips().stream()
                .filter(clip -> probes.containsKey(clip.segment()))
                .flatMap(clip -> Placed.sound(clip, probes.get(clip.segment())).stream())
                .toList();
        return Layers.flatten(parts, Duration.ZERO).stream().map(part -> Voice.of(track.id(), part));
    }
}
