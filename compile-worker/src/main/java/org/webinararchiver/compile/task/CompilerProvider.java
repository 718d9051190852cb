package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.CompileSettings;
import org.webinararchiver.compile.Compiler;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.media.ffmpeg.FfmpegSearch;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;
import org.webinararchiver.media.ffmpeg.run.FfmpegRunner;

/** Finds an ffmpeg, once, when something is to be compiled for the first time. */
@ApplicationScoped
public class CompilerProvider {
    private static final Logger LOG = Logger.getLogger(CompilerProvider.class);

    private final WorkerSettings settings;
    private Compiler compiler;

    public CompilerProvider(WorkerSettings settings) {
        this.settings = settings;
    }

    /** @throws FailureException when this machine has none; another worker may have one */
    synchronized Compiler compiler() throws FailureException, InterruptedException {
        if (compiler == null) {
            compiler = new Compiler(new FfmpegRunner(found()), CompileSettings.usual());
        }
        return compiler;
    }

    private Ffmpeg found() throws FailureException, InterruptedException {
        try {
            return find();
        } catch (FfmpegNotFound e) {
            throw new FailureException(
                    new Failure.Retryable(
                            "no-ffmpeg",
                            e.getMessage(),
                            "Install ffmpeg 5.1 or newer on the compile worker, or name one with ARCHIVER_FFMPEG."),
                    e);
        }
    }

    private Ffmpeg find() throws FfmpegNotFound, InterruptedException {
        var path = FfmpegSearch.foldersOf(System.getenv("PATH"));
        var found = FfmpegSearch.find(settings.ffmpeg(), path, new BundledFfmpeg(settings.programs()));
        LOG.infof("compiling with ffmpeg %s at %s", found.version().text(), found.ffmpeg());
        return found;
    }
}
