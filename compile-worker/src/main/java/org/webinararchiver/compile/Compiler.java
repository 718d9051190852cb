package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import org.apache.commons.io.file.PathUtils;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.script.Assembly;
import org.webinararchiver.compile.script.Completion;
import org.webinararchiver.compile.script.PartMaker;
import org.webinararchiver.compile.script.PartNote;
import org.webinararchiver.compile.script.PartSource;
import org.webinararchiver.compile.script.RenderedPart;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.timeline.StandIns;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FfmpegRunner;

/**
 * Makes one MP4 of a recording: what everybody saw, and all voices.
 *
 * <p>Where one film at a time is all there is to see, the picture is copied where that is possible and encoded again
 * where not. Where there is more, the work is divided into parts that are rendered each by itself, here or by others.
 * What is missing or damaged is black and silent and is told. The file is measured before it gets its name.
 */
public final class Compiler {
    private static final Logger LOG = Logger.getLogger(Compiler.class);

    private final FfmpegRunner runner;
    private final CompileSettings settings;

    public Compiler(FfmpegRunner runner, CompileSettings settings) {
        this.runner = runner;
        this.settings = settings;
    }

    /**
     * Compiles. Interrupting the thread ends it promptly, every ffmpeg included; scratch is cleaned whatever happens.
     *
     * @throws FailureException when nothing of the recording can be shown or heard, or it is too long, or ffmpeg fails
     *     for other reasons than a bad source
     * @throws IOException when our own files cannot be read or written
     */
    public CompiledFile compile(CompileRequest request, CompileProgress progress)
            throws FailureException, IOException, InterruptedException {
        return inScratch(request.scratch(), scratch -> switch (begin(request, scratch, progress)) {
            case Begun.Finished(var file) -> file;
            case Begun.Divided divided -> whole(divided, request, scratch, progress);
        });
    }

    private CompiledFile whole(Begun.Divided divided, CompileRequest request, Path scratch, CompileProgress progress)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var script = divided.script();
        var parts = new AllWindows(workshop(), request.shelf(), scratch, progress).render(script);
        PartSource source = number -> number < parts.size()
                ? Optional.of(parts.get(number))
                : divided.copiedSound().map(sound -> new RenderedPart(sound, PartNote.NOTHING));
        return assembled(script, source, request.shelf(), scratch, request.target(), progress);
    }

    /**
     * Begins to compile: lays everything out, and makes the file where that is a matter of copying. As {@link #compile}
     * otherwise.
     */
    public Begun begin(CompileRequest request, CompileProgress progress)
            throws FailureException, IOException, InterruptedException {
        return inScratch(request.scratch(), scratch -> {
            var begun = begin(request, scratch, progress);
            return begun instanceof Begun.Divided(var script, var copied) && copied.isPresent()
                    ? new Begun.Divided(script, Optional.of(beside(request.target(), copied.get())))
                    : begun;
        });
    }

    private static Path beside(Path target, Path file) throws IOException {
        return Files.move(file, target.resolveSibling(file.getFileName()));
    }

    private Begun begin(CompileRequest request, Path scratch, CompileProgress progress)
            throws FailureException, Flaw, FfmpegFailure, IOException, InterruptedException {
        var wanted = new TreeSet<>(request.manifest().segmentsById().keySet());
        wanted.addAll(request.twins().runIds());
        wanted.retainAll(request.shelf().segments());
        var probed = Sources.probed(
                request.shelf(), wanted, settings.longest(), request.twins().runIds());
        var all = StandIns.laid(request.manifest(), request.twins(), probed.probes());
        var laid = request.most().map(all::within).orElse(all);
        var timeline = laid.timeline();
        requireSomething(timeline);
        requireCredible(timeline);
        var about = new About(
                laid.manifest(),
                request.title(),
                request.startedAt(),
                timeline.duration(),
                timeline.gaps(),
                request.stems());
        return new Compilation(
                        about,
                        request.look(),
                        probed.with(laid.probes()),
                        timeline,
                        workshop(),
                        scratch,
                        request.target(),
                        progress)
                .begin();
    }

    /**
     * Renders a part of a script, as {@link #compile} otherwise.
     *
     * @param shelf has the files that it is made of
     * @param parts are asked for those that it is made of
     * @param scratch a folder for the result and what is needed on the way
     * @param progress is told the share of it that is rendered, from any thread
     */
    public RenderedPart render(
            Script script, int part, Shelf shelf, PartSource parts, Path scratch, DoubleConsumer progress)
            throws FailureException, IOException, InterruptedException {
        var alone = workshop().alone();
        return guarded(() -> part == script.wholeSound()
                ? new Completion(script, alone, shelf, scratch).wholeSound(parts, progress)
                : new PartMaker(script, alone, shelf, scratch).render(script.part(part), progress));
    }

    /**
     * Makes a file of rendered parts, as {@link #compile} otherwise.
     *
     * @param parts are asked for when they are needed; one that is missing, or differs from most, is rendered again
     * @param shelf has the files that such a part is made of
     * @param scratch a folder for what is needed on the way; nothing stays in it
     * @param target the finished file, replaced when it exists; its folder exists
     */
    public CompiledFile assemble(
            Script script, PartSource parts, Shelf shelf, Path scratch, Path target, CompileProgress progress)
            throws FailureException, IOException, InterruptedException {
        return inScratch(scratch, folder -> assembled(script, parts, shelf, folder, target, progress));
    }

    /** The sound first, since what it is mixed from is large and not needed after that. */
    private CompiledFile assembled(
            Script script, PartSource parts, Shelf shelf, Path scratch, Path target, CompileProgress progress)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var completion = new Completion(script, workshop(), shelf, scratch);
        var sound = completion.sound(parts, share -> progress.reached(Stage.SOUND, share));
        var assembly = completion.picture(parts);
        var timeline = Timeline.of(script.about().manifest(), script.probes());
        var sources = new Sources(shelf, script.probes(), script.cutOff());
        var finishing = new Finishing(script.about(), sources, timeline, workshop(), scratch, target, progress);
        try {
            return joined(assembly, shelf, sound, finishing);
        } catch (Flaw e) {
            if (script.copied().isNothing()) {
                throw e;
            }
            Compilation.tell(e);
            var all = new Completion(script.renderingAll(), workshop(), shelf, scratch).withoutCopying(assembly);
            return joined(all, shelf, sound, finishing);
        }
    }

    private static CompiledFile joined(Assembly assembly, Shelf shelf, SoundFile sound, Finishing finishing)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        try (var held = shelf.hold(assembly.copiedSegments())) {
            return finishing.joined(assembly.plan(), assembly.picture(held), sound, assembly.unreadable());
        }
    }

    private Workshop workshop() {
        return new Workshop(runner, settings.processes());
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws FailureException, Flaw, FfmpegFailure, IOException, InterruptedException;
    }

    @FunctionalInterface
    private interface WorkIn<T> {
        T done(Path scratch) throws FailureException, Flaw, FfmpegFailure, IOException, InterruptedException;
    }

    private static <T> T inScratch(Path root, WorkIn<T> work)
            throws FailureException, IOException, InterruptedException {
        Files.createDirectories(root);
        var scratch = Files.createTempDirectory(root, "compile-");
        try {
            return guarded(() -> work.done(scratch));
        } finally {
            PathUtils.deleteDirectory(scratch);
        }
    }

    private static <T> T guarded(Work<T> work) throws FailureException, IOException, InterruptedException {
        try {
            return work.done();
        } catch (FfmpegFailure e) {
            LastWords.keep(LOG, "The file could not be made", e);
            throw failed("ffmpeg-failed", "ffmpeg failed: " + LastWords.of(e), e);
        } catch (Flaw e) {
            if (e.getCause() instanceof FfmpegFailure failure) {
                LastWords.keep(LOG, "The file could not be made", failure);
            }
            throw failed("result-flawed", e.getMessage(), e);
        }
    }

    private static void requireSomething(Timeline timeline) throws FailureException {
        var isSeen = timeline.picture().stretches().stream().anyMatch(Footage.class::isInstance);
        if (!isSeen && timeline.voices().isEmpty()) {
            throw new FailureException(new Failure.OfRecording(
                    "nothing-to-show",
                    "None of the recording's files could be had, or none holds picture or sound.",
                    "Look at the recording on its platform; if it plays there, try again later."));
        }
    }

    private void requireCredible(Timeline timeline) throws FailureException {
        if (timeline.duration().compareTo(settings.longest()) > 0) {
            throw new FailureException(new Failure.OfRecording(
                    "too-long",
                    "The recording claims to last %s, more than the %s that are allowed."
                            .formatted(words(timeline.duration()), words(settings.longest())),
                    "Allow longer recordings in the configuration if this one is right."));
        }
    }

    private static String words(Duration duration) {
        return "%d:%02d hours".formatted(duration.toHours(), duration.toMinutesPart());
    }

    private static FailureException failed(String reason, String what, Exception cause) {
        return new FailureException(
                new Failure.Retryable(
                        reason,
                        "The file could not be made: " + what,
                        "It will be tried again. If it keeps failing, report it with this message and with what stands in"
                                + " the log of the compile worker at \"ffmpeg said\" at this time."),
                cause);
    }
}
