package org.webinararchiver.media.ffmpeg.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.FfmpegVersion;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

class FfmpegRunnerTest extends RunnerUnderTest {
    private static final FfmpegInput ENDLESS = new FfmpegInput.Generated("testsrc=s=320x240:r=25", List.of("-re"));
    private static final FfmpegInput TWO_SECONDS = new FfmpegInput.Generated("testsrc=s=320x240:r=25:d=2");

    @Test
    void aJobMakesItsFileAndTellsHowFarItIs() throws Exception {
        var film = folder.resolve("film.mp4");
        var told = new ArrayList<Duration>();
        runner.run(job(TWO_SECONDS, file(film)), told::add);
        assertThat(TestFfmpeg.probe(film, "-show_entries", "format=duration")).isEqualTo("2.000000");
        assertThat(told.getLast()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aFilterGraphMayLieInAFile() throws Exception {
        var film = folder.resolve("film.mp4");
        var graph = Files.writeString(folder.resolve("graph.txt"), "[0:v]scale=160:120[small]");
        var output = new FfmpegOutput.File(film, List.of("-map", "[small]"));
        runner.run(
                new FfmpegJob(
                        List.of(TWO_SECONDS),
                        Optional.of(new FilterGraph.Script(graph)),
                        List.of(output),
                        RunLimits.USUAL),
                Progress.IGNORED);
        assertThat(TestFfmpeg.probe(film, "-show_entries", "stream=width")).isEqualTo("160");
    }

    @Test
    void aFailureTellsTheCodeAndWhatFfmpegSaid() throws Exception {
        var noMedia = Files.writeString(folder.resolve("text.mp4"), "this is no film");
        var failure = failureOf(job(new FfmpegInput.Media(noMedia), discarded()));
        assertThat(failure.kind()).isEqualTo(FfmpegFailure.Kind.EXITED);
        assertThat(failure.exitCode()).hasValue(183);
        assertThat(failure.errors()).contains("Invalid data found when processing input");
        assertThat(failure).hasMessageContaining("183").hasMessageContaining("Invalid data");
    }

    @Test
    void filesAreJoinedByAListOfOurOwn() throws Exception {
        var first = filmOfOneSecond("it's one.mp4");
        var second = filmOfOneSecond("two.mp4");
        var film = folder.resolve("film.mp4");
        var list = listOf(first, second);
        runner.run(
                job(new FfmpegInput.Joined(list), new FfmpegOutput.File(film, List.of("-c", "copy"))),
                Progress.IGNORED);
        assertThat(TestFfmpeg.probe(film, "-show_entries", "format=duration")).isEqualTo("2.000000");
    }

    @Test
    void timeIsLimited() {
        var limits = RunLimits.USUAL.withTime(Duration.ofMillis(300));
        var failure = failureOf(new FfmpegJob(List.of(ENDLESS), List.of(discarded()), limits));
        assertThat(failure.kind()).isEqualTo(FfmpegFailure.Kind.TIMED_OUT);
        assertThat(failure.exitCode()).isEmpty();
        assertNothingRuns();
    }

    /** Neither the program nor its child listens to a polite request. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatHangsIsEndedAfterTheTimeWithAllThatItStarted() throws Exception {
        var started = folder.resolve("started");
        var hanging = programOf("trap '' TERM; sleep 1000 & echo $$ $! >'" + started + "'; wait");
        var hurried = new FfmpegRunner(hanging, Duration.ofSeconds(1));

        var failure = catchThrowableOfType(
                FfmpegFailure.class, () -> hurried.run(job(ENDLESS, discarded()), Progress.IGNORED));

        assertThat(failure.kind()).isEqualTo(FfmpegFailure.Kind.TIMED_OUT);
        assertThat(Files.readString(started).strip().split(" "))
                .hasSize(2)
                .allSatisfy(process -> assertIsGone(Long.parseLong(process)));
        assertNothingRuns();
    }

    /** What a program started and left behind is nobody's child any more, but holds what it would have said. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatHangsIsGivenUpThoughSomethingThatItLeftBehindGoesOn() throws Exception {
        var left = folder.resolve("left");
        var hanging = programOf("(sleep 1000 & echo $! >'" + left + "'); exec sleep 1000");
        var hurried = new FfmpegRunner(hanging, Duration.ofSeconds(1));
        try {
            var failure = catchThrowableOfType(
                    FfmpegFailure.class, () -> hurried.run(job(ENDLESS, discarded()), Progress.IGNORED));

            assertThat(failure.kind()).isEqualTo(FfmpegFailure.Kind.TIMED_OUT);
            assertNothingRuns();
        } finally {
            ProcessHandle.of(Long.parseLong(Files.readString(left).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInterruptEndsTheProcessAndAllThatItStarted() throws Exception {
        var started = folder.resolve("started");
        var stubborn = programOf("trap '' TERM; sleep 1000 & echo $! >'" + started + "'; wait");
        var run = inThread(new FfmpegRunner(stubborn));
        await().until(() -> Files.exists(started) && Files.size(started) > 0);
        var child = ProcessHandle.of(Long.parseLong(Files.readString(started).strip()))
                .orElseThrow();
        run.thread().interrupt();
        assertThatThrownBy(() -> run.task().get(30, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        await().until(() -> !child.isAlive());
        assertNothingRuns();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aJvmThatIsKilledLeavesNoFfmpegBehind() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var parent = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), EndlessRun.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = parent.inputReader()) {
            var child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            parent.destroyForcibly();
            await().until(() -> !child.isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void aListenerThatFailsEndsTheRun() {
        var job = job(ENDLESS, discarded());
        assertThatThrownBy(() -> runner.run(job, written -> {
                    throw new IllegalArgumentException("no more");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertNothingRuns();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatIsNotThereIsAFailure() {
        var missing = new Ffmpeg(folder.resolve("none"), folder.resolve("none"), FfmpegVersion.release(8, 0));
        var failure = catchThrowableOfType(
                FfmpegFailure.class, () -> new FfmpegRunner(missing).run(job(ENDLESS, discarded()), Progress.IGNORED));
        assertThat(failure.exitCode()).hasValue(127);
        assertThat(failure.errors()).contains("none");
    }

    private record Started(Thread thread, FutureTask<Void> task) {}

    private static Started inThread(FfmpegRunner runner) {
        var task = new FutureTask<Void>(() -> {
            runner.run(job(ENDLESS, discarded()), Progress.IGNORED);
            return null;
        });
        return new Started(Thread.ofPlatform().start(task), task);
    }

    private Ffmpeg programOf(String script) throws IOException {
        var program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new Ffmpeg(program, program, FfmpegVersion.release(8, 0));
    }

    /** Awaited, since a process that was killed is there until whoever adopted it takes note of its end. */
    private static void assertIsGone(long process) {
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
    }

    private static void assertNothingRuns() {
        await().until(() -> ProcessHandle.current().descendants().findAny().isEmpty());
    }
}
