package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.witness.Witness;

/** Voices that are mixed, of files whose beginnings are left out. */
class TrimmedVoicesTest extends CompilerUnderTest {

    @ParameterizedTest
    @ValueSource(ints = {48_000, 44_100, 32_000, 22_050})
    void theyAreAtTheirPlacesWhateverTheirSampleRate(int sampleRate) throws Exception {
        var meeting = Lectures.recordedAt(
                new int[] {sampleRate, sampleRate},
                Meeting.named("trimmed-" + sampleRate)
                        .lecturer("Anna", anna -> anna.microphone(at(0), lasting(14)))
                        .participant("Boris", boris -> boris.microphone(at(1), lasting(12)))
                        .written());
        var recorded = RecordedMeeting.of(meeting).cut(Duration.ofMillis(3_300), Duration.ZERO);

        var file = compile(recorded.request(folder, meeting.title(), Look.USUAL.with(Layout.AUDIO)));

        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            for (int participant : new int[] {1, 2}) {
                var errors = LongStream.range(5, 12)
                        .mapToObj(second -> witness.placementError(participant, second))
                        .flatMap(Optional::stream)
                        .toList();
                assertThat(errors)
                        .hasSize(7)
                        .allSatisfy(error -> assertThat(error.abs()).isLessThan(Duration.ofMillis(20)));
            }
        }
    }
}
