package org.webinararchiver.core.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
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
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Naming;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;

/** Writes down a recording for a test; times are seconds. */
public final class Recording {
    private final Duration duration;
    private final Map<String, MediaProbe> probes = new HashMap<>();
    private final Map<String, Segment> segments = new LinkedHashMap<>();
    private final Map<String, Track.Kind> kinds = new LinkedHashMap<>();
    private final Map<String, List<Clip>> clips = new HashMap<>();
    private final Set<String> pictured = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();
    private final List<Slide> slides = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, List<Naming>> names = new HashMap<>();
    private Optional<String> lecturer = Optional.empty();

    private Recording(Duration duration) {
        this.duration = duration;
    }

    public static Recording lasting(double seconds) {
        return new Recording(seconds(seconds));
    }

    public static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    public static String id(String file) {
        return Segment.known(file, URI.create("https://media.example/" + file.replace(' ', '-')))
                .id();
    }

    public static MediaProbe camera(double lasting) {
        return new MediaProbe(
                seconds(lasting), Optional.of(video(0, lasting, "camera")), Optional.of(audio(0, lasting)));
    }

    public static MediaProbe screen(double lasting) {
        return new MediaProbe(seconds(lasting), Optional.of(video(0, lasting, "screen")), Optional.empty());
    }

    public static MediaProbe microphone(double lasting) {
        return new MediaProbe(seconds(lasting), Optional.empty(), Optional.of(audio(0, lasting)));
    }

    public static MediaProbe late(double pictureStart, double soundStart, double lasting) {
        return new MediaProbe(
                seconds(Math.max(pictureStart, soundStart) + lasting),
                Optional.of(video(pictureStart, lasting, "camera")),
                Optional.of(audio(soundStart, lasting)));
    }

    public static VideoStream video(double start, double lasting, String fingerprint) {
        return new VideoStream(
                "avc1", 640, 360, seconds(start), seconds(lasting), Math.round(lasting * 25), fingerprint);
    }

    public static AudioStream audio(double start, double lasting) {
        return new AudioStream("mp4a", 48_000, 1, seconds(start), seconds(lasting), "voice");
    }

    public Recording ledBy(String person) {
        lecturer = Optional.of(person);
        return this;
    }

    /** This person's camera was on at some time. */
    public Recording seen(String person) {
        pictured.add(person);
        return this;
    }

    public Recording file(String file, MediaProbe probe) {
        probes.put(id(file), probe);
        return this;
    }

    /** A person's clip that lasts as long as its file. */
    public Recording person(String person, String file, double at) {
        return clip(person, Track.Kind.PERSON, Clip.whole(id(file), seconds(at)), file);
    }

    public Recording person(String person, String file, double at, double trim, double end) {
        return clip(
                person,
                Track.Kind.PERSON,
                new Clip(id(file), seconds(at), seconds(trim), Optional.of(seconds(end))),
                file);
    }

    public Recording screen(String screen, String file, double at) {
        return clip(screen, Track.Kind.SCREEN, Clip.whole(id(file), seconds(at)), file);
    }

    /** The source says that a file, which was added before, is so long. */
    public Recording said(String file, double lasting) {
        segments.computeIfPresent(id(file), (id, segment) -> segment.withLength(Optional.of(seconds(lasting))));
        return this;
    }

    /** A track belongs to this person, under whose id it is listed otherwise. */
    public Recording belongingTo(String person, String track) {
        owners.put(track, person);
        return this;
    }

    public Recording slide(String name, double from, double until) {
        var picture =
                Optional.of(URI.create("https://slides.example/" + URLEncoder.encode(name.replace(' ', '-'), UTF_8)));
        slides.add(new Slide(Optional.empty(), Optional.of(name), picture, seconds(from), seconds(until)));
        return this;
    }

    public Recording message(String text, double at) {
        messages.add(new Message(
                Message.Kind.CHAT, seconds(at), Optional.empty(), Optional.empty(), Optional.empty(), text));
        return this;
    }

    public Recording named(String person, String name, double from) {
        names.computeIfAbsent(person, any -> new ArrayList<>()).add(new Naming(seconds(from), name));
        return this;
    }

    private Recording clip(String track, Track.Kind kind, Clip clip, String file) {
        segments.put(
                clip.segment(), Segment.known(file, URI.create("https://media.example/" + file.replace(' ', '-'))));
        kinds.put(track, kind);
        clips.computeIfAbsent(track, any -> new ArrayList<>()).add(clip);
        return this;
    }

    public Manifest manifest() {
        var tracks = kinds.entrySet().stream()
                .map(entry -> new Track(
                        entry.getKey(),
                        entry.getValue(),
                        Optional.of(owners.getOrDefault(entry.getKey(), entry.getKey())),
                        clips.get(entry.getKey()),
                        pictured.contains(entry.getKey())))
                .toList();
        var people = kinds.keySet().stream()
                .map(name -> new Participant(name, name, names.getOrDefault(name, List.of())))
                .toList();
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
                Map.of(),
                new Proceedings(slides, List.of(), messages, List.of(), Reading.EVERYTHING));
    }

    public Map<String, MediaProbe> probes() {
        return probes;
    }

    public Timeline timeline() {
        return Timeline.of(manifest(), probes);
    }
}
