package org.webinararchiver.systemtests.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A part of one processor for a process and all that it starts, ahead of whatever else runs on the machine. Needs Linux
 * and a user who may make control groups.
 *
 * @see <a href="https://docs.kernel.org/scheduler/sched-bwc.html">CFS bandwidth control</a>
 */
final class ProcessorQuota implements AutoCloseable {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final int PERIOD_MICROSECONDS = 20_000;

    private final Path group;

    private ProcessorQuota(Path group) {
        this.group = group;
    }

    static ProcessorQuota of(double processors, long pid) throws IOException {
        var micros = Long.toString(Math.round(processors * PERIOD_MICROSECONDS));
        boolean unified = Files.exists(GROUPS.resolve("cgroup.controllers"));
        var name = "webinar-archiver-" + pid;
        var group = Files.createDirectory((unified ? GROUPS : GROUPS.resolve("cpu")).resolve(name));
        if (unified) {
            Files.writeString(group.resolve("cpu.max"), micros + " " + PERIOD_MICROSECONDS);
            Files.writeString(group.resolve("cpu.weight"), "10000");
        } else {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROSECONDS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), micros);
            Files.writeString(group.resolve("cpu.shares"), "262144");
        }
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
        return new ProcessorQuota(group);
    }

    /** After its processes have ended. */
    @Override
    public void close() {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Files.deleteIfExists(group));
    }
}
