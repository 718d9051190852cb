package org.webinararchiver.standalone.golden;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.timeline.Twins;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.SoundSpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;

/** What the files of a meeting hold, as one would find who looked into them. */
final class Holdings {
    private final Map<String, MediaProbe> probes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<TwinRun>> runs = new HashMap<>();

    /** Of the files of a manifest that the platform told of this meeting. */
    Holdings(Meeting meeting, Manifest manifest) {
        var takes = meeting.takes();
        for (int number = 0; number < takes.size(); number++) {
            var take = takes.get(number);
            var segment = manifest.segments().stream()
                    .filter(each -> each.url().getPath().contains(take.file()))
                    .findFirst();
            if (segment.isPresent()) {
                add(segment.get().id(), "file " + (number + 1), take);
            }
        }
    }

    private void add(String id, String name, Take take) {
        names.put(id, name);
        probes.put(id, probe(take.inFile(), "avc1", "mp4a"));
        take.twin().ifPresent(twin -> {
            var ofTake = new ArrayList<TwinRun>();
            for (var stream : List.of(TwinPart.Stream.PICTURE, TwinPart.Stream.SOUND)) {
                var at = Duration.ZERO;
                for (var part : TwinPart.of(take, twin, stream)) {
                    var run = Segment.known(id + stream + at, URI.create("https://media.example/"))
                            .id();
                    names.put(
                            run,
                            "twin of %s (%s)".formatted(name, stream == TwinPart.Stream.PICTURE ? "picture" : "sound"));
                    probes.put(run, probe(part.stretch(), "vp09", "Opus"));
                    ofTake.add(new TwinRun(run, 0, at));
                    at = at.plus(part.stretch().length());
                }
            }
            runs.put(id, ofTake);
        });
    }

    private static MediaProbe probe(Take file, String ofPicture, String ofSound) {
        return new MediaProbe(
                file.length(),
                file.picture().map(picture -> video(file.length(), picture, ofPicture)),
                file.sound().map(sound -> audio(file.length(), sound, ofSound)));
    }

    private static VideoStream video(Duration length, PictureSpec picture, String codec) {
        long frames = Math.round(length.toMillis() * picture.framesPerSecond() / 1000.0);
        return new VideoStream(
                codec,
                picture.size().width(),
                picture.size().height(),
                Duration.ZERO,
                Duration.ofNanos(frames * 1_000_000_000L / picture.framesPerSecond()),
                frames,
                codec);
    }

    private static AudioStream audio(Duration length, SoundSpec sound, String codec) {
        return new AudioStream(codec, sound.sampleRate(), 1, Duration.ZERO, length, codec);
    }

    /** A file's id by its number, counted from 1 in order of beginning. */
    String file(int number) {
        return names.entrySet().stream()
                .filter(named -> named.getValue().equals("file " + number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    void put(int number, MediaProbe other) {
        probes.put(file(number), other);
    }

    void remove(int number) {
        probes.remove(file(number));
    }

    String name(String id) {
        return names.get(id);
    }

    Map<String, MediaProbe> probes() {
        return Map.copyOf(probes);
    }

    Optional<MediaProbe> of(String id) {
        return Optional.ofNullable(probes.get(id));
    }

    Twins twins() {
        return new Twins(runs, Set.of());
    }
}
