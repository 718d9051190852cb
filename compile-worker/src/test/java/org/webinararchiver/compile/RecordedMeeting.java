package org.webinararchiver.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.core.timeline.Twins;
import org.webinararchiver.simulator.meeting.Happening;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Person;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.picture.SlidePainter;
import org.webinararchiver.simulator.studio.Studio;

/** A meeting of the simulator as the compiler gets it: a manifest and files. */
final class RecordedMeeting {
    private static final Studio STUDIO = new Studio(TestFfmpeg.installation(), Path.of("target", "takes"));

    private final Meeting meeting;
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, List<TwinRun>> runs = new HashMap<>();
    private final Set<String> lostTwins = new HashSet<>();
    private final Map<String, Path> otherSlides = new HashMap<>();
    private boolean stems;
    private Duration joinedLateBy = Duration.ZERO;
    private Duration leftEarlyBy = Duration.ZERO;

    private RecordedMeeting(Meeting meeting) {
        this.meeting = meeting;
    }

    /** Makes the files of a meeting that were never made. */
    static RecordedMeeting of(Meeting meeting) throws IOException, InterruptedException {
        var recorded = new RecordedMeeting(meeting);
        STUDIO.prepare(List.of(meeting));
        for (var take : meeting.takes()) {
            recorded.files.put(segment(take).id(), STUDIO.of(take));
        }
        return recorded;
    }

    /**
     * Makes only files that are like those of the meeting, where many are like one.
     *
     * @param like names a take whose file has the same picture and sound
     */
    static RecordedMeeting of(Meeting meeting, UnaryOperator<Take> like) throws IOException, InterruptedException {
        var recorded = new RecordedMeeting(meeting);
        var distinct = meeting.takes().stream().map(like).toList();
        STUDIO.prepare(List.of(new Meeting(
                meeting.key(),
                meeting.title(),
                meeting.start(),
                meeting.duration(),
                meeting.access(),
                meeting.ids(),
                meeting.people(),
                distinct)));
        for (var take : meeting.takes()) {
            recorded.files.put(segment(take).id(), STUDIO.of(like.apply(take)));
        }
        return recorded;
    }

    /** The file of a take could not be had. */
    RecordedMeeting without(int take) {
        files.remove(id(take));
        return this;
    }

    /** Another file came in place of a take's. */
    RecordedMeeting with(int take, Path file) {
        files.put(id(take), file);
        return this;
    }

    /** The twin of a take was fetched; of its picture and sound, what is needed is taken. */
    RecordedMeeting withTwin(int number) throws IOException, InterruptedException {
        var take = meeting.takes().get(number);
        var ofTake = new ArrayList<TwinRun>();
        for (var stream : List.of(TwinPart.Stream.PICTURE, TwinPart.Stream.SOUND)) {
            var at = Duration.ZERO;
            var parts = TwinPart.of(take, take.twin().orElseThrow(), stream);
            for (int part = 0; part < parts.size(); part++) {
                var name = "%s %d of %s".formatted(stream, part, take.file());
                var run = new TwinRun(
                        Segment.known(name, URI.create("https://media.example/"))
                                .id(),
                        part,
                        at);
                files.put(run.segment(), STUDIO.of(parts.get(part)));
                ofTake.add(run);
                at = at.plus(parts.get(part).stretch().length());
            }
        }
        runs.put(id(number), ofTake);
        return this;
    }

    /** The twin of a take was needed and could not be had. */
    RecordedMeeting withLostTwin(int number) {
        lostTwins.add(id(number));
        return this;
    }

    /** Another file came in place of a slide's. */
    RecordedMeeting withSlide(int deck, int number, Path file) {
        otherSlides.put(slideId(deck, number), file);
        return this;
    }

    static String slideId(int deck, int number) {
        return Segment.known(slideUrl(deck, number).toString(), slideUrl(deck, number))
                .id();
    }

    private static URI slideUrl(int deck, int number) {
        return URI.create("https://slides.example/%d/%d".formatted(deck, number));
    }

    /** The sound of each participant is wanted too. */
    RecordedMeeting withStems() {
        stems = true;
        return this;
    }

    /** Of every take this much is left out at its beginning and at its end. */
    RecordedMeeting cut(Duration beginning, Duration end) {
        joinedLateBy = beginning;
        leftEarlyBy = end;
        return this;
    }

    String id(int take) {
        return segment(meeting.takes().get(take)).id();
    }

    Path file(int take) {
        return files.get(id(take));
    }

    /** One film at a time, which can be copied. */
    CompileRequest request(Path folder) {
        return request(folder, meeting.title());
    }

    CompileRequest request(Path folder, String title) {
        return request(folder, title, Look.USUAL.with(Layout.STAGE));
    }

    CompileRequest request(Path folder, String title, Look look) {
        return request(folder, title, look, manifest(), Optional.empty());
    }

    /** Of a part of it. */
    CompileRequest request(Path folder, String title, Look look, ManifestWindow part) throws FailureException {
        return request(folder, title, look, part.appliedTo(manifest()), part.length());
    }

    private CompileRequest request(Path folder, String title, Look look, Manifest manifest, Optional<Duration> most) {
        return new CompileRequest(
                manifest,
                shelf(),
                new Twins(runs, lostTwins),
                title,
                Optional.of(meeting.start()),
                most,
                look,
                stems,
                folder.resolve("scratch"),
                folder.resolve("finished.mp4"));
    }

    /** Everything that could be had. */
    private Shelf shelf() {
        var all = new HashMap<>(files);
        all.putAll(slideFiles());
        return Shelf.of(all);
    }

    Manifest manifest() {
        var tracks = meeting.takes().stream().collect(Collectors.groupingBy(Take::source)).values().stream()
                .map(this::track)
                .toList();
        return new Manifest(
                1,
                "simulator",
                meeting.title(),
                Optional.of(meeting.start()),
                meeting.duration(),
                meeting.people().stream()
                        .map(person -> new Participant(id(person), person.name()))
                        .toList(),
                meeting.lecturer().map(RecordedMeeting::id),
                tracks,
                meeting.takes().stream().map(RecordedMeeting::segment).toList(),
                Map.of(),
                new Proceedings(slides(), List.of(), messages(), List.of(), Reading.EVERYTHING));
    }

    /** Each is shown until the next one is, or its deck is put away, or the meeting ends. */
    private List<Slide> slides() {
        var slides = new ArrayList<Slide>();
        for (var happening : meeting.happenings()) {
            if (happening instanceof Happening.SlideShown shown) {
                var until = meeting.happenings().stream()
                        .filter(later -> later.at().compareTo(shown.at()) > 0)
                        .filter(later -> later instanceof Happening.SlideShown
                                || later instanceof Happening.DeckPutAway away && away.deck() == shown.deck())
                        .map(Happening::at)
                        .findFirst()
                        .orElse(meeting.duration());
                slides.add(new Slide(
                        Optional.of("deck-" + shown.deck()),
                        Optional.of("Slide " + shown.slide()),
                        Optional.of(slideUrl(shown.deck(), shown.slide())),
                        shown.at(),
                        until));
            }
        }
        return slides;
    }

    private List<Message> messages() {
        return meeting.happenings().stream()
                .filter(Happening.Written.class::isInstance)
                .map(Happening.Written.class::cast)
                .map(written -> new Message(
                        written.question() ? Message.Kind.QUESTION : Message.Kind.CHAT,
                        written.at(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(written.author()),
                        written.text()))
                .toList();
    }

    /** The files of slides that could be had, by the ids of their segments. */
    Map<String, Path> slideFiles() {
        var files = new HashMap<String, Path>();
        for (var happening : meeting.happenings()) {
            if (happening instanceof Happening.SlideShown(var at, int deck, int number)) {
                files.put(slideId(deck, number), slideFile(deck, number));
            }
        }
        files.putAll(otherSlides);
        return files;
    }

    private static Path slideFile(int deck, int number) {
        try {
            var folder = Files.createDirectories(Path.of("target", "slides")).toAbsolutePath();
            var unfinished = Files.createTempFile(folder, "slide", ".png");
            ImageIO.write(SlidePainter.paint(deck, number), "png", unfinished.toFile());
            return Files.move(
                    unfinished, folder.resolve("%d-%d.png".formatted(deck, number)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String id(Person person) {
        return Long.toString(person.user());
    }

    private Track track(List<Take> takes) {
        var first = takes.getFirst();
        var clips = takes.stream()
                .map(take -> new Clip(
                        segment(take).id(),
                        take.at().plus(joinedLateBy),
                        joinedLateBy,
                        Optional.of(take.end().minus(leftEarlyBy))))
                .toList();
        var pictured = takes.stream().anyMatch(take -> take.picture().isPresent());
        return new Track("source-" + first.source(), first.kind(), Optional.of(id(first.person())), clips, pictured);
    }

    private static Segment segment(Take take) {
        return Segment.known(take.file(), URI.create("https://media.example/" + take.file() + ".mp4"));
    }
}
