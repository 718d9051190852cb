package org.webinararchiver.simulator.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.simulator.marker.FrameMarker;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.marker.Sighting;
import org.webinararchiver.simulator.meeting.Truth;
import org.webinararchiver.simulator.tone.OnsetFinder;
import org.webinararchiver.simulator.tone.Sound;
import org.webinararchiver.simulator.tone.ToneListener;
import org.webinararchiver.simulator.tone.ToneReading;

/**
 * Looks at a finished file and says what it shows and lets hear, as a player would: at an instant the frame that is
 * shown then, and sound where its timestamps put it. Not for several threads at once; closing it removes its scratch
 * files.
 */
public final class Witness implements AutoCloseable {
    private final Path file;
    private final Ffmpeg ffmpeg;
    private final Path scratch;
    private final MediaStreams streams;
    private final FrameTimes frames;
    private final Sound sound;

    private Witness(Ffmpeg ffmpeg, Path file, Path scratch) throws IOException, InterruptedException {
        this.ffmpeg = ffmpeg;
        this.file = file.toAbsolutePath();
        this.scratch = scratch;
        this.streams = MediaStreams.of(ffmpeg, this.file);
        this.frames = FrameTimes.of(ffmpeg, this.file);
        this.sound = streams.audio().isPresent()
                ? DecodedSound.of(ffmpeg, this.file, scratch.resolve("sound.pcm"))
                : DecodedSound.none();
    }

    /**
     * A witness of this file; decodes its sound, which for an hour takes some seconds and 115 MB of temporary disk.
     *
     * @throws IOException when the file is no media file
     */
    public static Witness of(Ffmpeg ffmpeg, Path file) throws IOException, InterruptedException {
        var scratch = Files.createTempDirectory("witness");
        try {
            return new Witness(ffmpeg, file, scratch);
        } catch (IOException | InterruptedException e) {
            remove(scratch);
            throw e;
        }
    }

    /** How long the file says it is. */
    public Duration duration() {
        return streams.duration();
    }

    /** What the file holds. */
    public MediaStreams streams() {
        return streams;
    }

    /** The source shown at an instant, the first from the top where there are several. */
    public Optional<FrameReading> see(Duration at) throws IOException, InterruptedException {
        return seeAll(List.of(at)).get(at).stream().map(Sighting::reading).findFirst();
    }

    /** Who sounds at an instant; see {@link ToneListener#hear}. */
    public Set<ToneReading> hear(Duration at) {
        return new ToneListener(sound).hear(at);
    }

    /** What is seen and heard at these instants, in their order. The picture is decoded once for all of them. */
    public List<Observation> observe(List<Duration> instants) throws IOException, InterruptedException {
        var seen = seeAll(instants);
        var observations = new ArrayList<Observation>();
        for (var instant : instants) {
            observations.add(new Observation(instant, seen.get(instant), hear(instant)));
        }
        return observations;
    }

    /**
     * How much later than it should a participant's tone of a second begins, negative when earlier; see
     * {@link OnsetFinder#error}.
     */
    public Optional<Duration> placementError(int participant, long second) {
        return new OnsetFinder(sound).error(participant, second);
    }

    /** Compares the file with what it should be at these instants, with the usual tolerance. */
    public Report compare(Truth truth, List<Duration> instants) throws IOException, InterruptedException {
        return compare(truth, instants, Tolerance.USUAL);
    }

    /** Compares the file with what it should be at these instants, and its length. */
    public Report compare(Truth truth, List<Duration> instants, Tolerance tolerance)
            throws IOException, InterruptedException {
        return new Comparison(this, truth, tolerance).at(instants);
    }

    private Map<Duration, List<Sighting>> seeAll(List<Duration> instants) throws IOException, InterruptedException {
        var wanted = new TreeSet<Long>();
        for (var instant : instants) {
            frames.shownAt(instant).ifPresent(wanted::add);
        }
        var seen = wanted.isEmpty()
                ? Map.<Long, List<Sighting>>of()
                : new FrameGrabber(ffmpeg, file, streams.video().orElseThrow()).grab(wanted, FrameMarker::find);
        var byInstant = new HashMap<Duration, List<Sighting>>();
        for (var instant : instants) {
            byInstant.put(instant, frames.shownAt(instant).map(seen::get).orElse(List.of()));
        }
        return byInstant;
    }

    @Override
    public void close() throws IOException {
        remove(scratch);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
