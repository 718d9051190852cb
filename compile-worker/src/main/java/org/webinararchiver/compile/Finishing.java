package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.companion.Companions;
import org.webinararchiver.compile.companion.Decks;
import org.webinararchiver.compile.companion.Outline;
import org.webinararchiver.compile.companion.Stems;
import org.webinararchiver.compile.join.Joiner;
import org.webinararchiver.compile.join.SoundAlone;
import org.webinararchiver.compile.measure.Expectation;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.measure.Measure;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * The last steps to a finished file, however its picture and sound were made: they are joined and measured, the file
 * gets its name, and what belongs beside it is made.
 */
final class Finishing {
    private final About about;
    private final Outline outline;
    private final Sources sources;
    private final Timeline timeline;
    private final Workshop workshop;
    private final Path scratch;
    private final Path target;
    private final CompileProgress progress;

    Finishing(
            About about,
            Sources sources,
            Timeline timeline,
            Workshop workshop,
            Path scratch,
            Path target,
            CompileProgress progress) {
        this.about = about;
        this.outline = about.outline(sources.probes());
        this.sources = sources;
        this.timeline = timeline;
        this.workshop = workshop;
        this.scratch = scratch;
        this.target = target;
        this.progress = progress;
    }

    /** A file of sound alone. */
    CompiledFile alone(SoundFile sound) throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var unfinished = unfinished();
        try {
            var duration = new SoundAlone(workshop, scratch)
                    .make(sound.file(), about.description(outline), about.duration(), unfinished);
            progress.reached(Stage.MEASURE, 1);
            var nothing = CopyPlan.rendering(new Picture(List.of()), "no picture is wanted");
            return named(unfinished, nothing, duration, sound.damages(), List.of(), Set.of())
                    .with(beside(Companions::write));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * A file of picture and sound.
     *
     * @param plan how the picture came to be
     * @param unreadable the ids of the segments of slides that hold no picture
     * @throws Flaw when what was joined is not what it must be
     */
    CompiledFile joined(CopyPlan plan, MadePicture picture, SoundFile sound, Set<String> unreadable)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var unfinished = unfinished();
        try {
            var expected = Expectation.of(about.duration(), picture, sound.channels());
            new Joiner(workshop, scratch)
                    .join(
                            picture,
                            sound.file(),
                            about.description(outline),
                            about.duration(),
                            unfinished,
                            share -> progress.reached(Stage.JOIN, share));
            progress.reached(Stage.MEASURE, 0);
            var duration = new Measure(workshop, scratch).check(unfinished, expected);
            progress.reached(Stage.MEASURE, 1);
            return named(unfinished, plan, duration, sound.damages(), picture.damages(), unreadable)
                    .with(beside(companions -> companions.writeWithPictures(picture.width(), picture.height())));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path unfinished() {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    @FunctionalInterface
    private interface Making {
        Map<Companion, Path> made(Companions companions) throws IOException, InterruptedException;
    }

    private Map<Companion, Path> beside(Making making) throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var proceedings = about.manifest().proceedings();
        var slides = there(proceedings.slides().stream().flatMap(slide -> slide.file().stream()));
        var documents = there(proceedings.attachments().stream().map(Attachment::file));
        var all = new HashMap<Companion, Path>();
        try (var pictures = sources.hold(slides);
                var papers = sources.hold(documents)) {
            var decks = Decks.of(proceedings, files(slides, pictures), files(documents, papers));
            all.putAll(making.made(
                    new Companions(target, proceedings.messages(), decks, outline, about.duration(), workshop)));
        }
        if (about.stems()) {
            all.putAll(new Stems(workshop, sources, scratch)
                    .make(
                            timeline,
                            about.manifest(),
                            about.description(outline),
                            target,
                            share -> progress.reached(Stage.STEMS, share)));
        }
        return all;
    }

    /** The ids of those that could be had. */
    private Set<String> there(Stream<Segment> wanted) {
        return wanted.map(Segment::id)
                .filter(sources.shelf().segments()::contains)
                .collect(Collectors.toSet());
    }

    private static Map<String, Path> files(Set<String> segments, Shelf.Held held) {
        return segments.stream().collect(Collectors.toMap(Function.identity(), held::file));
    }

    private CompiledFile named(
            Path unfinished,
            CopyPlan plan,
            Duration duration,
            List<Damage> ofSound,
            List<Damage> ofPicture,
            Set<String> unreadable)
            throws IOException {
        var gaps = new GapList(about.manifest());
        gaps.addGaps(about.gaps());
        gaps.addDamages(ofPicture);
        gaps.addDamages(ofSound);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new CompiledFile(target, duration, Files.size(target), plan, gaps.sorted(), unreadable, Map.of());
    }
}
