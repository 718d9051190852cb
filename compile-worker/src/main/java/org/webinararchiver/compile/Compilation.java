package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
import org.webinararchiver.compile.compose.Composition;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.picture.PictureMaker;
import org.webinararchiver.compile.picture.SourceFrames;
import org.webinararchiver.compile.script.Division;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.compile.sound.SoundMaker;
import org.webinararchiver.compile.sound.SoundMix;
import org.webinararchiver.compile.text.TextNotDrawn;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * One recording on its way to one file: with one film at a time where that is all there is to see, which can be copied,
 * and divided into parts otherwise.
 */
final class Compilation {
    private static final Logger LOG = Logger.getLogger(Compilation.class);

    private final About about;
    private final Look look;
    private final Sources sources;
    private final Timeline timeline;
    private final Workshop workshop;
    private final Path scratch;
    private final CompileProgress progress;
    private final Finishing finishing;

    Compilation(
            About about,
            Look look,
            Sources sources,
            Timeline timeline,
            Workshop workshop,
            Path scratch,
            Path target,
            CompileProgress progress) {
        this.about = about;
        this.look = look;
        this.sources = sources;
        this.timeline = timeline;
        this.workshop = workshop;
        this.scratch = scratch;
        this.progress = progress;
        this.finishing = new Finishing(about, sources, timeline, workshop, scratch, target, progress);
    }

    Begun begin() throws Flaw, FfmpegFailure, IOException, InterruptedException {
        if (look.layout() != Layout.AUDIO) {
            var composition = composition();
            if (composition.isPresent()) {
                return divided(composition.get());
            }
        }
        var sound = new SoundMaker(workshop, scratch).make(timeline, sources, to(Stage.SOUND));
        return new Begun.Finished(look.layout() == Layout.AUDIO ? finishing.alone(sound) : oneFilm(sound));
    }

    private Optional<Composition> composition() throws FfmpegFailure, IOException, InterruptedException {
        var composition = Composition.of(look, about.manifest(), sources, timeline.duration(), workshop, scratch);
        try {
            if (composition.isPresent()) {
                composition.get().tryToDraw();
            }
            return composition;
        } catch (TextNotDrawn e) {
            LOG.warnf("One thing is shown at a time, since nothing can be drawn: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private Begun.Divided divided(Composition composition) throws FfmpegFailure, IOException, InterruptedException {
        LOG.infof("The picture: %s", composition.words());
        var copied = new SoundMaker(workshop, scratch).copied(timeline, sources);
        var sound = copied.map(file -> new SoundMix(file.channels(), List.of()))
                .orElseGet(() -> SoundMix.of(timeline.voices(), sources.probes(), timeline.duration()));
        var division = Division.of(composition, sources);
        var script = new Script(
                about,
                sources.probes(),
                sources.cutOff(),
                division.film(),
                division.windows(),
                division.copied(),
                sound);
        return new Begun.Divided(script, copied.map(SoundFile::file));
    }

    private CompiledFile oneFilm(SoundFile sound) throws Flaw, FfmpegFailure, IOException, InterruptedException {
        if (isHeardOnly()) {
            var carded = carded(sound);
            if (carded.isPresent()) {
                return carded.get();
            }
        }
        return planned(sound);
    }

    private boolean isHeardOnly() {
        return timeline.picture().stretches().stream().noneMatch(Footage.class::isInstance);
    }

    /** Nobody was in the picture, so the title is; empty where this Java can not draw it. */
    private Optional<CompiledFile> carded(SoundFile sound)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        try {
            var film = new CardFilm(timeline.duration(), CardSize.of(look.quality()));
            var text = CardText.of(about.title(), about.startedAt(), about.manifest());
            var picture = film.picture(new CardRenderer(workshop, scratch).render(text, film));
            progress.reached(Stage.PICTURE, 1);
            var plan = CopyPlan.rendering(timeline.picture(), "there are only voices: the title is shown");
            return Optional.of(finishing.joined(plan, picture, sound, Set.of()));
        } catch (TextNotDrawn e) {
            LOG.warnf("Black is shown instead of the title: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private CompiledFile planned(SoundFile sound) throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var picture = timeline.picture();
        var frames = SourceFrames.of(picture, sources);
        var plan = CopyPlan.of(picture, sources.probes(), frames.frames(), screens(), look.quality());
        LOG.infof("The picture: %s", plan.words());
        try {
            return made(plan, frames, sound);
        } catch (Flaw e) {
            if (plan.rendersAll()) {
                throw e;
            }
            tell(e);
            var all = CopyPlan.rendering(picture, "the copy was no good: " + e.getMessage());
            return made(all, frames, sound);
        }
    }

    /** The tables of two files can agree where their frames do not: then there is still the other way. */
    static void tell(Flaw flaw) {
        LOG.warnf("The copied picture is no good, so it is encoded: %s", flaw.getMessage());
        if (flaw.getCause() instanceof FfmpegFailure failure) {
            LastWords.keep(LOG, "The copied picture is no good", failure);
        }
    }

    private Set<String> screens() {
        return about.manifest().tracks().stream()
                .filter(track -> track.kind() == Track.Kind.SCREEN)
                .map(Track::id)
                .collect(Collectors.toSet());
    }

    private CompiledFile made(CopyPlan plan, SourceFrames frames, SoundFile sound)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var copied = plan.copied().stream().map(Footage::segment).distinct().toList();
        try (var held = sources.hold(copied)) {
            var picture = new PictureMaker(workshop, sources, held, frames, look.quality(), scratch)
                    .make(timeline.picture(), plan, to(Stage.PICTURE));
            return finishing.joined(plan, picture, sound, Set.of());
        }
    }

    private DoubleConsumer to(Stage stage) {
        return share -> progress.reached(stage, share);
    }
}
