package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.card.CardFilm;
import org.webinararchiver.compile.card.CardRenderer;
import org.webinararchiver.compile.card.CardSize;
import org.webinararchiver.compile.card.CardText;
import org.webinararchiver.compile.companion.Companions;
import org.webinararchiver.compile.companion.Decks;
import org.webinararchiver.compile.companion.Outline;
import org.webinararchiver.compile.companion.Stems;
import org.webinararchiver.compile.compose.Composition;
import org.webinararchiver.compile.join.Description;
import org.webinararchiver.compile.join.Joiner;
import org.webinararchiver.compile.join.SoundAlone;
import org.webinararchiver.compile.measure.Expectation;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.measure.Measure;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.picture.PictureMaker;
import org.webinararchiver.compile.picture.SourceFrames;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.compile.sound.SoundMaker;
import org.webinararchiver.compile.text.TextNotDrawn;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * One recording on its way to one file: with one film at a time where that is all there is to see, which can be copied,
 * and composed otherwise.
 */
final class Compilation {
    private static final Logger LOG = Logger.getLogger(Compilation.class);

    private final CompileRequest request;
    private final Sources sources;
    private final Manifest manifest;
    private final Timeline timeline;
    private final Workshop workshop;
    private final Path scratch;
    private final CompileProgress progress;
    private final Outline outline;

    Compilation(
            CompileRequest request,
            Sources sources,
            Manifest manifest,
            Timeline timeline,
            Workshop workshop,
            Path scratch,
            CompileProgress progress) {
        this.request = request;
        this.sources = sources;
        this.manifest = manifest;
        this.timeline = timeline;
        this.workshop = workshop;
        this.scratch = scratch;
        this.progress = progress;
        this.outline = Outline.of(manifest, sources.probes(), timeline.duration());
    }

    CompiledFile run() throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var unfinished = request.target().resolveSibling("." + request.target().getFileName() + ".part");
        try {
            var sound = new SoundMaker(workshop, scratch).make(timeline, sources, to(Stage.SOUND));
            return request.look().layout() == Layout.AUDIO ? alone(sound, unfinished) : picture(sound, unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private CompiledFile alone(SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var duration =
                new SoundAlone(workshop, scratch).make(sound.file(), description(), timeline.duration(), unfinished);
        progress.reached(Stage.MEASURE, 1);
        var nothing = CopyPlan.rendering(new Picture(List.of()), "no picture is wanted");
        return finished(nothing, duration, sound.damages(), List.of(), Set.of(), unfinished)
                .with(withStems(companions().write()));
    }

    private Description description() {
        return new Description(request.title(), request.startedAt(), outline.chapters());
    }

    private Companions companions() throws IOException {
        var decks = Decks.of(manifest.proceedings(), request.pictures(), request.documents());
        return new Companions(
                request.target(), manifest.proceedings().messages(), decks, outline, timeline.duration(), workshop);
    }

    private Map<Companion, Path> withStems(Map<Companion, Path> others)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        if (!request.stems()) {
            return others;
        }
        var all = new HashMap<>(others);
        all.putAll(new Stems(workshop, sources, scratch).make(timeline, manifest, description(), request.target()));
        return all;
    }

    private CompiledFile picture(SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var composition = Composition.of(
                request.look(), manifest, sources, request.pictures(), timeline.duration(), workshop, scratch);
        if (composition.isPresent()) {
            try {
                return composed(composition.get(), sound, unfinished);
            } catch (TextNotDrawn e) {
                LOG.warnf("One thing is shown at a time, since nothing can be drawn: %s", e.getMessage());
            }
        }
        if (isHeardOnly()) {
            var carded = carded(sound, unfinished);
            if (carded.isPresent()) {
                return carded.get();
            }
        }
        return planned(sound, unfinished);
    }

    private CompiledFile composed(Composition composition, SoundFile sound, Path unfinished)
            throws TextNotDrawn, Flaw, FfmpegFailure, IOException, InterruptedException {
        LOG.infof("The picture: %s", composition.words());
        var picture = composition.make(workshop, sources, scratch, to(Stage.PICTURE));
        var plan = CopyPlan.rendering(timeline.picture(), "more than one thing is seen at a time");
        return joined(plan, picture, sound, composition.unreadable(), unfinished);
    }

    private boolean isHeardOnly() {
        return timeline.picture().stretches().stream().noneMatch(Footage.class::isInstance);
    }

    /** Nobody was in the picture, so the title is; empty where this Java can not draw it. */
    private Optional<CompiledFile> carded(SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        try {
            var film =
                    new CardFilm(timeline.duration(), CardSize.of(request.look().quality()));
            var text = CardText.of(request.title(), request.startedAt(), request.manifest());
            var picture = film.picture(new CardRenderer(workshop, scratch).render(text, film));
            progress.reached(Stage.PICTURE, 1);
            var plan = CopyPlan.rendering(timeline.picture(), "there are only voices: the title is shown");
            return Optional.of(joined(plan, picture, sound, unfinished));
        } catch (TextNotDrawn e) {
            LOG.warnf("Black is shown instead of the title: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private CompiledFile planned(SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var picture = timeline.picture();
        var frames = SourceFrames.of(picture, sources);
        var plan = CopyPlan.of(
                picture,
                sources.probes(),
                frames.frames(),
                screens(),
                request.look().quality());
        LOG.infof("The picture: %s", plan.words());
        try {
            return made(plan, frames, sound, unfinished);
        } catch (Flaw e) {
            if (plan.rendersAll()) {
                throw e;
            }
            tell(e);
            var all = CopyPlan.rendering(picture, "the copy was no good: " + e.getMessage());
            return made(all, frames, sound, unfinished);
        }
    }

    /** The tables of two files can agree where their frames do not: then there is still the other way. */
    private static void tell(Flaw flaw) {
        LOG.warnf("The copied picture is no good, so it is encoded: %s", flaw.getMessage());
        if (flaw.getCause() instanceof FfmpegFailure failure) {
            LastWords.keep(LOG, "The copied picture is no good", failure);
        }
    }

    private Set<String> screens() {
        return request.manifest().tracks().stream()
                .filter(track -> track.kind() == Track.Kind.SCREEN)
                .map(Track::id)
                .collect(Collectors.toSet());
    }

    private CompiledFile made(CopyPlan plan, SourceFrames frames, SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var picture = new PictureMaker(workshop, sources, frames, request.look().quality(), scratch)
                .make(timeline.picture(), plan, to(Stage.PICTURE));
        return joined(plan, picture, sound, unfinished);
    }

    private CompiledFile joined(CopyPlan plan, MadePicture picture, SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        return joined(plan, picture, sound, Set.of(), unfinished);
    }

    private CompiledFile joined(
            CopyPlan plan, MadePicture picture, SoundFile sound, Set<String> unreadable, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var expected = Expectation.of(timeline.duration(), picture, sound.channels());
        new Joiner(workshop, scratch)
                .join(picture, sound.file(), description(), timeline.duration(), unfinished, to(Stage.JOIN));
        progress.reached(Stage.MEASURE, 0);
        var duration = new Measure(workshop, scratch).check(unfinished, expected);
        progress.reached(Stage.MEASURE, 1);
        return finished(plan, duration, sound.damages(), picture.damages(), unreadable, unfinished)
                .with(withStems(companions().writeWithPictures(picture.width(), picture.height())));
    }

    private CompiledFile finished(
            CopyPlan plan,
            Duration duration,
            List<Damage> ofSound,
            List<Damage> ofPicture,
            Set<String> unreadable,
            Path unfinished)
            throws IOException {
        var gaps = new GapList(request.manifest());
        gaps.addGaps(timeline.gaps());
        gaps.addDamages(ofPicture);
        gaps.addDamages(ofSound);
        Files.move(unfinished, request.target(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new CompiledFile(
                request.target(), duration, Files.size(request.target()), plan, gaps.sorted(), unreadable, Map.of());
    }

    private DoubleConsumer to(Stage stage) {
        return share -> progress.reached(stage, share);
    }
}
