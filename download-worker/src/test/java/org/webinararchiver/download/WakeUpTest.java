package org.webinararchiver.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.testservices.TestBroker;

/** A worker that would look for work only in an hour, and hears of it by message. */
@WorkerTest
@TestProfile(WakeUpTest.LooksOnceAnHour.class)
class WakeUpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The first look is at the start, when there is nothing to do yet. */
    public static final class LooksOnceAnHour implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("archiver.tasks.poll", "PT1H");
        }
    }

    @Inject
    RecordingBench recordings;

    @Inject
    EntityManager database;

    @Inject
    Transactions transactions;

    @TempDir
    Path folder;

    @Test
    void aMessageWakesTheWorkersOfItsKindAndABrokenOneDoesNoHarm() throws Exception {
        var meeting = SampleMeetings.demo();
        try (var platform = Simulator.start(0, new NoiseMedia(folder), List.of(meeting));
                var connection = TestBroker.server().connections().newConnection();
                var channel = connection.createChannel()) {
            var id = recordings.submitted(platform.linkTo(meeting));
            wakeUntil(channel, TaskKind.PLAN, taskOf(id, TaskKind.PLAN).toString(), id, RecordingState.DOWNLOADING);
            wakeUntil(channel, TaskKind.FETCH, "no task's id", id, RecordingState.DOWNLOADED);
        }
    }

    /** Sends it once a second, since the worker's queue may come to be a moment after the worker. */
    private void wakeUntil(Channel channel, TaskKind kind, String message, UUID id, RecordingState state) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            channel.basicPublish("archiver.tasks", kind.queue(), null, message.getBytes(UTF_8));
            return recordings.stateOf(id) == state;
        });
    }

    private UUID taskOf(UUID recording, TaskKind kind) {
        return (UUID) transactions.call(
                () -> database.createNativeQuery("select id from task where recording_id = :recording and kind = :kind")
                        .setParameter("recording", recording)
                        .setParameter("kind", kind.name())
                        .getSingleResult());
    }
}
