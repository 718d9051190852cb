package org.webinararchiver.compile;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.SampleMeetings;

/**
 * What laying out, rendering the parts and putting them together cost, in processor time: only the second of these can
 * be divided among workers.
 */
class StepsBenchmark {
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 480);

    @TempDir
    Path folder;

    @Test
    void stepsOfThreeCamerasAndChat() throws Exception {
        var compiler = new Compiler(TestFfmpeg.runner(), CompileSettings.usual());
        var request = RecordedMeeting.of(SampleMeetings.threeCamerasAndChat("steps", SECONDS))
                .request(folder, "Steps", Look.USUAL.with(Layout.AUTO).with(Quality.P720));
        for (int run = 1; run <= 2; run++) {
            var layingOut = new ProcessorTime();
            var divided = (Begun.Divided) compiler.begin(request, CompileProgress.IGNORED);
            tell(run, "laying out", layingOut);
            var rendering = new ProcessorTime();
            var parts = new ElsewhereRendered(compiler, request.shelf(), folder).parts(divided);
            tell(run, "rendering", rendering);
            var assembling = new ProcessorTime();
            compiler.assemble(
                    divided.script(),
                    parts::get,
                    request.shelf(),
                    request.scratch(),
                    request.target(),
                    CompileProgress.IGNORED);
            tell(run, "putting together", assembling);
        }
    }

    private static void tell(int run, String step, ProcessorTime time) {
        System.out.printf(
                Locale.ROOT,
                "FIGURE | %d s at 720p, run %d, %s | %.1f s of CPU, %.1f s of it by ffmpeg |%n",
                SECONDS,
                run,
                step,
                time.taken(),
                time.takenByChildren());
    }
}
