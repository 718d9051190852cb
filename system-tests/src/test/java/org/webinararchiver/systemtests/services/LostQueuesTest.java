package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TestBroker;

/** A message is only a wake-up: when the broker loses its queues, workers find their work in the database. */
@Tag("servers")
@Timeout(300)
class LostQueuesTest {
    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    @Test
    void recordingsAreArchivedWhenTheQueuesAreDeletedUnderTheWorkers() throws Exception {
        var meeting = SampleMeetings.twoVoices();
        try (var simulator = Simulator.start(0, TestStudio.with(List.of(meeting)), List.of(meeting));
                var deployment = Deployment.start(outputs, folder.resolve("scratch"), Map.of())) {
            var recordings = deployment.recordings();
            new BrokerQueues(TestBroker.server()).delete(List.of(TaskKind.values()));

            var id = recordings.accepted(simulator.linkTo(meeting));

            assertThat(recordings.ended(id).getString("state")).isEqualTo("PROCESSED");
            FinishedFile.mustBe(meeting, recordings.video(id, folder));
        }
    }
}
