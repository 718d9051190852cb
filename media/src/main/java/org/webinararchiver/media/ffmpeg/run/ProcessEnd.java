package org.webinararchiver.media.ffmpeg.run;

import com.github.kokorin.jaffree.process.Stopper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Ends a process and all that it started. Jaffree's own stopper writes {@code q} to ffmpeg's input, which does nothing
 * for a process that hangs, and nothing at all with {@code -nostdin}.
 */
final class ProcessEnd implements Stopper {
    /** For ffmpeg to close its files. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private Optional<Process> process = Optional.empty();
    private boolean wanted;

    /** Called by Jaffree once the process runs. */
    @Override
    public synchronized void setProcess(Process started) {
        process = Optional.of(started);
        if (wanted) {
            end(started);
        }
    }

    @Override
    public void graceStop() {
        forceStop();
    }

    /** Ends the process; one that has not started yet ends as soon as it does. Does not wait. */
    @Override
    public synchronized void forceStop() {
        wanted = true;
        process.ifPresent(ProcessEnd::end);
    }

    /** Absent while it runs, or when it was never started. */
    synchronized OptionalInt exitCode() {
        return process.filter(started -> !started.isAlive())
                .map(ended -> OptionalInt.of(ended.exitValue()))
                .orElse(OptionalInt.empty());
    }

    private static void end(Process process) {
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        var ends = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .orTimeout(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> destroyForcibly(family));
    }

    private static void destroyForcibly(List<ProcessHandle> family) {
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
