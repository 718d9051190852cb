package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.card.CardFilm;
import org.webinararchiver.compile.card.CardNotDrawn;
import org.webinararchiver.compile.card.CardRenderer;
import org.webinararchiver.compile.card.CardText;
import org.webinararchiver.compile.join.Joiner;
import org.webinararchiver.compile.measure.Expectation;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.measure.Measure;
import org.webinararchiver.compile.picture.PictureForm;
import org.webinararchiver.compile.picture.PictureList;
import org.webinararchiver.compile.picture.PictureRenderer;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.compile.sound.SoundMaker;
import org.webinararchiver.core.timeline.PictureDecision;
import org.webinararchiver.core.timeline.PictureMethod;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** One recording on its way to one file. */
final class Compilation {
    private static final Logger LOG = Logger.getLogger(Compilation.class);

    private final CompileRequest request;
    private final Sources sources;
    private final Timeline timeline;
    private final Workshop workshop;
    private final Path scratch;
    private final CompileProgress progress;

    Compilation(
            CompileRequest request,
            Sources sources,
            Timeline timeline,
            Workshop workshop,
            Path scratch,
            CompileProgress progress) {
        this.request = request;
        this.sources = sources;
        this.timeline = timeline;
        this.workshop = workshop;
        this.scratch = scratch;
        this.progress = progress;
    }

    CompiledFile run() throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var unfinished = request.target().resolveSibling("." + request.target().getFileName() + ".part");
        try {
            var sound = new SoundMaker(workshop, scratch).make(timeline, sources, to(Stage.SOUND));
            return picture(sound, unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private CompiledFile picture(SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var carded = isHeardOnly() ? carded(sound, unfinished) : Optional.<CompiledFile>empty();
        return carded.isPresent() ? carded.get() : footage(sound, unfinished);
    }

    private boolean isHeardOnly() {
        return timeline.picture().stretches().stream().noneMatch(Footage.class::isInstance);
    }

    /** Nobody was in the picture, so the title is; empty where this Java can not draw it. */
    private Optional<CompiledFile> carded(SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        try {
            var film = new CardFilm(timeline.duration());
            var text = CardText.of(request.title(), request.startedAt(), request.manifest());
            var piece = new CardRenderer(workshop, scratch).render(text, film);
            progress.reached(Stage.PICTURE, 1);
            var duration = joined(film.list(piece), sound, film.expectation(sound.channels()), unfinished);
            var decision = new PictureDecision(PictureMethod.RENDER, "there are only voices: the title is shown");
            return Optional.of(finished(decision, duration, sound.damages(), List.of(), unfinished));
        } catch (CardNotDrawn e) {
            LOG.warnf("Black is shown instead of the title: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private CompiledFile footage(SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var decision = decision();
        LOG.infof("The picture: %s, since %s", decision.method(), decision.reason());
        return switch (decision.method()) {
            case COPY -> copied(decision, sound, unfinished);
            case RENDER -> rendered(decision, sound, unfinished);
        };
    }

    private PictureDecision decision() {
        return CutOffPicture.in(timeline.picture(), sources)
                .map(reason -> new PictureDecision(PictureMethod.RENDER, reason))
                .orElseGet(() -> PictureDecision.of(timeline.picture(), sources.probes()));
    }

    /** The tables of two files can agree where their frames do not: then there is still the other way. */
    private CompiledFile copied(PictureDecision decision, SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        try {
            var pictures = PictureList.ofSources(timeline.picture(), sources.files());
            var expected =
                    Expectation.ofCopy(timeline.duration(), timeline.picture(), sources.probes(), sound.channels());
            var duration = joined(pictures, sound, expected, unfinished);
            return finished(decision, duration, sound.damages(), List.of(), unfinished);
        } catch (Flaw e) {
            LOG.warnf("The copied picture is no good, so it is rendered: %s", e.getMessage());
            var reason = "the copy was no good: " + e.getMessage();
            return rendered(new PictureDecision(PictureMethod.RENDER, reason), sound, unfinished);
        }
    }

    private CompiledFile rendered(PictureDecision decision, SoundFile sound, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var form = PictureForm.suiting(timeline.picture(), sources.probes());
        var picture =
                new PictureRenderer(workshop, form, scratch).render(timeline.picture(), sources, to(Stage.PICTURE));
        var expected = Expectation.ofRendered(timeline.duration(), picture, sound.channels());
        var pictures = PictureList.ofChunks(picture.chunks(), form.rate());
        var duration = joined(pictures, sound, expected, unfinished);
        return finished(decision, duration, sound.damages(), picture.damages(), unfinished);
    }

    private Duration joined(PictureList pictures, SoundFile sound, Expectation expected, Path unfinished)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        new Joiner(workshop, scratch)
                .join(
                        pictures,
                        sound.file(),
                        request.title(),
                        request.startedAt(),
                        timeline.duration(),
                        unfinished,
                        to(Stage.JOIN));
        progress.reached(Stage.MEASURE, 0);
        var duration = new Measure(workshop, scratch).check(unfinished, expected);
        progress.reached(Stage.MEASURE, 1);
        return duration;
    }

    private CompiledFile finished(
            PictureDecision decision, Duration duration, List<Damage> ofSound, List<Damage> ofPicture, Path unfinished)
            throws IOException {
        var gaps = new GapList(request.manifest());
        gaps.addGaps(timeline.gaps());
        gaps.addDamages(ofPicture);
        gaps.addDamages(ofSound);
        Files.move(unfinished, request.target(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new CompiledFile(request.target(), duration, Files.size(request.target()), decision, gaps.sorted());
    }

    private DoubleConsumer to(Stage stage) {
        return share -> progress.reached(stage, share);
    }
}
