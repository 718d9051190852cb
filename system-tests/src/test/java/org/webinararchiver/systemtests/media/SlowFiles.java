package org.webinararchiver.systemtests.media;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.server.MediaFiles;

/**
 * Media files of a platform that serves the first few that are asked for, and lets everybody wait for the rest until it
 * is told to go on: so a test finds fetching in the middle, however fast the machine is.
 */
public final class SlowFiles implements MediaFiles {
    /** As many as a worker has connections: when all of those wait, it has stored all the other files. */
    private static final int HELD_BACK = 4;

    private final MediaFiles files;
    private final int servedWithoutWaiting;
    private final List<Take> served = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** @param meeting the only one that is served, of five files or more */
    public SlowFiles(MediaFiles files, Meeting meeting) {
        this.files = files;
        this.servedWithoutWaiting = meeting.takes().size() - HELD_BACK;
    }

    @Override
    public Path of(Take take) throws IOException, InterruptedException {
        if (asked.getAndIncrement() < servedWithoutWaiting) {
            served.add(take);
        } else {
            waiting.incrementAndGet();
            goOn.await();
        }
        return files.of(take);
    }

    /** Waits until somebody has stored what there is without waiting, and waits for the rest. */
    public void awaitStandstill() {
        await("all connections wait for files").atMost(Duration.ofSeconds(90)).until(() -> waiting.get() == HELD_BACK);
    }

    /** What was served without waiting, by now. */
    public List<Take> servedWithoutWaiting() {
        return List.copyOf(served);
    }

    /** Serves everything from now on. */
    public void goOn() {
        goOn.countDown();
    }
}
