package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.witness.Tolerance;
import org.webinararchiver.simulator.witness.Witness;

/** The compiler with the ffmpeg of the build, and whether what it makes is true. */
abstract class CompilerUnderTest {
    /** Frames that are copied stay where they are. */
    static final Duration OF_COPY = Duration.ofMillis(3);

    /** Frames that are rendered are rounded to the nearest of 25 a second. */
    static final Duration OF_RENDERING = Duration.ofMillis(22);

    private static final Duration OF_VOICES = Duration.ofMillis(20);
    private static final Duration OF_LENGTH = Duration.ofMillis(100);

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeftBehind() {
        if (Files.exists(folder.resolve("scratch"))) {
            assertThat(folder.resolve("scratch")).isEmptyDirectory();
        }
        assertThat(folder.resolve(".finished.mp4.part")).doesNotExist();
    }

    CompiledFile compile(RecordedMeeting meeting) throws Exception {
        return compile(meeting.request(folder));
    }

    static CompiledFile compile(CompileRequest request) throws Exception {
        return new Compiler(TestFfmpeg.runner(), CompileSettings.usual()).compile(request, CompileProgress.IGNORED);
    }

    /**
     * Fails unless the file shows and lets hear what the meeting was.
     *
     * @param picture how far a frame may be from its time
     * @param every how far the instants are apart that are looked at
     */
    static void assertIsTrue(CompiledFile file, Meeting meeting, Duration picture, Duration every) throws Exception {
        var tolerance = new Tolerance(picture, OF_VOICES, OF_LENGTH);
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            var report = witness.compare(meeting.truth(), meeting.truth().instants(every), tolerance);
            assertThat(report.matches()).as("%s", report).isTrue();
        }
    }

    static void assertIsTrue(CompiledFile file, Meeting meeting, Duration picture) throws Exception {
        assertIsTrue(file, meeting, picture, Duration.ofMillis(700));
    }
}
