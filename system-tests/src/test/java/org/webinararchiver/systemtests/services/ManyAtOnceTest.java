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
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;

/** Fifty recordings are submitted at once to the packaged services, two workers of each role. */
@Tag("servers")
@Timeout(600)
class ManyAtOnceTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final int RECORDINGS = 50;
    private static final List<Meeting> MEETINGS = SampleMeetings.lectures(RECORDINGS);

    @TempDir
    Path folder;

    @Test
    void fiftyRecordingsAtOnceBecomeFilesThatAreWhatHappened() throws Exception {
        try (var origin = Simulator.start(0, TestStudio.with(MEETINGS), MEETINGS);
                var deployment = Deployment.start(OUTPUTS, folder.resolve("scratch"), Map.of())) {
            var recordings = deployment.recordings();
            var ids = MEETINGS.stream()
                    .map(meeting -> recordings.accepted(origin.linkTo(meeting)))
                    .toList();
            assertThat(ids).doesNotHaveDuplicates();
            for (int number = 0; number < RECORDINGS; number++) {
                var meeting = MEETINGS.get(number);
                var ended = recordings.finished(ids.get(number));
                assertThat(ended.getString("outcome")).as(meeting.title()).isEqualTo("COMPLETE");
                assertThat(ended.getString("title")).isEqualTo(meeting.title());
                FinishedFile.mustBe(meeting, recordings.video(ids.get(number), folder));
                assertThat(meeting.takes()).allMatch(take -> origin.requests().count(take) == 1);
            }
        }
    }
}
