package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.Meeting;

class InterruptionTest extends CompilerUnderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void interruptingEndsFfmpegAndLeavesNothingBehind() throws Exception {
        var hours = Meeting.named("long")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(1)))
                .lastingInAll(40 * 3600)
                .written();
        var request = RecordedMeeting.of(hours).request(folder);
        var compilation = new FutureTask<>(interrupted(() -> compile(request)));
        var thread = Thread.ofPlatform().start(compilation);
        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.current().descendants().findAny().isPresent());

        thread.interrupt();

        await().atMost(PATIENCE).until(compilation::isDone);
        assertThat(compilation.get()).isTrue();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(folder.resolve("finished.mp4")).doesNotExist();
    }

    private static Callable<Boolean> interrupted(Callable<?> work) {
        return () -> {
            try {
                work.call();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        };
    }
}
