package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.companion.Companions;
import org.webinararchiver.compile.companion.Outline;
import org.webinararchiver.compile.join.Joiner;
import org.webinararchiver.compile.join.SoundAlone;
import org.webinararchiver.compile.measure.Expectation;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.measure.Measure;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * The last steps to a finished file, however its picture and sound were made: they are joined and measured, the file
 * gets its name, and what belongs beside it is made.
 */
final class Finishing {
    private final About about;
    private final Outline outline;
    private final Workshop workshop;
    private final Path scratch;
    private final Path target;
    private final CompileProgress progress;

    Finishing(
            About about,
            Map<String, MediaProbe> probes,
            Workshop workshop,
            Path scratch,
            Path target,
            CompileProgress progress) {
        this.about = about;
        this.outline = about.outline(probes);
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
                    .with(companions().write());
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
                    .with(companions().writeWithPictures(picture.width(), picture.height()));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path unfinished() {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    private Companions companions() {
        return new Companions(target, about.manifest().proceedings().messages(), outline, about.duration(), workshop);
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
