package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.run.FfmpegRunner;
import org.webinararchiver.simulator.meeting.SampleMeetings;

/** An ffmpeg that worked when it was tried, and fails now. */
class FfmpegTroubleTest extends CompilerUnderTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatFfmpegSaidIsInTheLogAndTheFailureSaysSo() throws Exception {
        var request = RecordedMeeting.of(SampleMeetings.demo()).request(folder);
        var program = folder.resolve("ffmpeg");
        Files.writeString(
                program, "#!/bin/sh\necho 'the first of its words' >&2\necho 'the last of them' >&2\nexit 1\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var good = TestFfmpeg.installation();
        var broken = new FfmpegRunner(new Ffmpeg(program, good.ffprobe(), good.version()));

        try (var log = new Heard(Logger.getLogger(Compiler.class.getName()))) {
            var failure = catchThrowableOfType(
                    FailureException.class,
                    () -> new Compiler(broken, CompileSettings.usual()).compile(request, CompileProgress.IGNORED));

            assertThat(failure.failure()).isInstanceOf(Failure.Retryable.class);
            assertThat(failure.failure().advice()).contains("the log of the compile worker at \"ffmpeg said\"");
            assertThat(log.lines)
                    .anySatisfy(line -> assertThat(line)
                            .contains("ffmpeg said")
                            .contains("the first of its words")
                            .contains("the last of them"));
        }
    }

    /** What is written to a log meanwhile. */
    private static final class Heard extends Handler implements AutoCloseable {
        private final Logger logger;
        private final List<String> lines = new ArrayList<>();

        Heard(Logger logger) {
            this.logger = logger;
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            var isFormatted = line.getParameters() == null;
            lines.add(isFormatted ? line.getMessage() : String.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
