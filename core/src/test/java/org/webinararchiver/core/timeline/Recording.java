package org.webinararchiver.core.timeline;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;

/** Writes down a recording for a test; times are seconds. */
final class Recording {
    private final Duration duration;
    private final Map<String, MediaProbe> probes = new HashMap<>();
    private final Map<String, Segment> segments = new LinkedHashMap<>();
    private final Map<String, Track.Kind> kinds = new LinkedHashMap<>();
    private final Map<String, List<Clip>> clips = new HashMap<>();
    private final Set<String> pictured = new HashSet<>();
    private Optional<String> lecturer = Optional.empty();

    private Recording(Duration duration) {
        this.duration = duration;
    }

    static Recording lasting(double seconds) {
        return new Recording(seconds(seconds));
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    static String id(String file) {
        return Segment.known(file, URI.create("https://media.example/" + file)).id();
    }

    static MediaProbe camera(double lasting) {
        return new MediaProbe(
                seconds(lasting), Optional.of(video(0, lasting, "camera")), Optional.of(audio(0, lasting)));
    }

    static MediaProbe screen(double lasting) {
        return new MediaProbe(seconds(lasting), Optional.of(video(0, lasting, "screen")), Optional.empty());
    }

    static MediaProbe microphone(double lasting) {
        return new MediaProbe(seconds(lasting), Optional.empty(), Optional.of(audio(0, lasting)));
    }

    static MediaProbe late(double pictureStart, double soundStart, double lasting) {
        return new MediaProbe(
                seconds(Math.max(pictureStart, soundStart) + lasting),
                Optional.of(video(pictureStart, lasting, "camera")),
                Optional.of(audio(soundStart, lasting)));
    }

    static VideoStream video(double start, double lasting, String fingerprint) {
        return new VideoStream(
                "avc1", 640, 360, seconds(start), seconds(lasting), Math.round(lasting * 25), fingerprint);
    }

    static AudioStream audio(double start, double lasting) {
        return new AudioStream("mp4a", 48_000, 1, seconds(start), seconds(lasting), "voice");
    }

    Recording ledBy(String person) {
        lecturer = Optional.of(person);
        return this;
    }

    /** This person's camera was on at some time. */
    Recording seen(String person) {
        pictured.add(person);
        return this;
    }

    Recording file(String file, MediaProbe probe) {
        probes.put(id(file), probe);
        return this;
    }

    /** A person's clip that lasts as long as its file. */
    Recording person(String person, String file, double at) {
        return clip(person, Track.Kind.PERSON, Clip.whole(id(file), seconds(at)), file);
    }

    Recording person(String person, String file, double at, double trim, double end) {
        return clip(
                person,
                Track.Kind.PERSON,
                new Clip(id(file), seconds(at), seconds(trim), Optional.of(seconds(end))),
                file);
    }

    Recording screen(String screen, String file, double at) {
        return clip(screen, Track.Kind.SCREEN, Clip.whole(id(file), seconds(at)), file);
    }

    private Recording clip(String track, Track.Kind kind, Clip clip, String file) {
        segments.put(clip.segment(), Segment.known(file, URI.create("https://media.example/" + file)));
        kinds.put(track, kind);
        clips.computeIfAbsent(track, any -> new ArrayList<>()).add(clip);
        return this;
    }

    Manifest manifest() {
        var tracks = kinds.entrySet().stream()
                .map(entry -> new Track(
                        entry.getKey(),
                        entry.getValue(),
                        Optional.of(entry.getKey()),
                        clips.get(entry.getKey()),
                        pictured.contains(entry.getKey())))
                .toList();
        var people =
                kinds.keySet().stream().map(name -> new Participant(name, name)).toList();
        return new Manifest(
                1,
                "test",
                "A recording",
                Optional.empty(),
                duration,
                people,
                lecturer,
                tracks,
                List.copyOf(segments.values()),
                Map.of());
    }

    Map<String, MediaProbe> probes() {
        return probes;
    }

    Timeline timeline() {
        return Timeline.of(manifest(), probes);
    }
}
