package org.webinararchiver.media.ffmpeg.run;

import java.util.List;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

/** A program that runs ffmpeg until somebody ends it, and prints ffmpeg's process id. */
final class EndlessRun {
    private EndlessRun() {}

    public static void main(String[] arguments) throws Exception {
        var endless = new FfmpegInput.Generated("testsrc=s=64x64:r=25", List.of("-re"));
        var job = new FfmpegJob(List.of(endless), List.of(new FfmpegOutput.Discarded(List.of())), RunLimits.USUAL);
        new FfmpegRunner(TestFfmpeg.installation()).run(job, written -> tellProcess());
    }

    private static void tellProcess() {
        ProcessHandle.current().children().findFirst().ifPresent(ffmpeg -> System.out.println(ffmpeg.pid()));
    }
}
