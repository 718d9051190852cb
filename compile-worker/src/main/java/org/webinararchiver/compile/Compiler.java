package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.apache.commons.io.file.PathUtils;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.timeline.StandIns;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FfmpegRunner;

/**
 * Makes one MP4 of a recording: one picture at a time, all voices.
 *
 * <p>The picture is copied where that is possible and encoded again where not; what is missing or damaged is black and
 * silent and is told. The file is measured before it gets its name.
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
        var probed = Sources.probed(
                request.segments(), settings.longest(), request.twins().runIds());
        var all = StandIns.laid(request.manifest(), request.twins(), probed.probes());
        var laid = request.most().map(all::within).orElse(all);
        var sources = new Sources(probed.files(), laid.probes(), probed.cutOff());
        var timeline = laid.timeline();
        requireSomething(timeline);
        requireCredible(timeline);
        Files.createDirectories(request.scratch());
        var scratch = Files.createTempDirectory(request.scratch(), "compile-");
        try {
            var workshop = new Workshop(runner, settings.processes());
            return new Compilation(request, sources, laid.manifest(), timeline, workshop, scratch, progress).run();
        } catch (FfmpegFailure e) {
            LastWords.keep(LOG, "The file could not be made", e);
            throw failed("ffmpeg-failed", "ffmpeg failed: " + LastWords.of(e), e);
        } catch (Flaw e) {
            if (e.getCause() instanceof FfmpegFailure failure) {
                LastWords.keep(LOG, "The file could not be made", failure);
            }
            throw failed("result-flawed", e.getMessage(), e);
        } finally {
            PathUtils.deleteDirectory(scratch);
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
