package org.webinararchiver.media.ffmpeg.run;

import com.github.kokorin.jaffree.ffmpeg.FFmpeg;
import com.github.kokorin.jaffree.ffmpeg.FFmpegResult;
import com.github.kokorin.jaffree.ffmpeg.OutputListener;
import com.github.kokorin.jaffree.ffmpeg.ProgressListener;
import com.github.kokorin.jaffree.process.ProcessHelper;
import com.github.kokorin.jaffree.process.StdReader;
import com.github.kokorin.jaffree.process.Stopper;
import java.nio.file.Path;
import java.util.List;

/**
 * Jaffree with the parts replaced that are not made for hostile media: it starts the process, drains its output and
 * waits for it.
 */
final class ConfinedFfmpeg extends FFmpeg {
    private final List<String> arguments;
    private final ErrorTail errors = new ErrorTail();
    private final ProgressReader progress = new ProgressReader();
    private final ProcessEnd end = new ProcessEnd();

    /** @param command the program and its arguments */
    ConfinedFfmpeg(List<String> command) {
        super(Path.of(command.getFirst()));
        arguments = List.copyOf(command.subList(1, command.size()));
    }

    ErrorTail errors() {
        return errors;
    }

    ProgressReader progress() {
        return progress;
    }

    ProcessEnd end() {
        return end;
    }

    @Override
    protected List<String> buildArguments() {
        return arguments;
    }

    @Override
    protected Stopper createStopper() {
        return end;
    }

    @Override
    protected StdReader<FFmpegResult> createStdErrReader(OutputListener listener) {
        return errors;
    }

    @Override
    protected StdReader<FFmpegResult> createStdOutReader() {
        return progress;
    }

    @Override
    protected ProcessHelper createProgressHelper(ProgressListener listener) {
        return null;
    }
}
