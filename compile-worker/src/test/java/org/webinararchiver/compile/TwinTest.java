package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.witness.Witness;

/** What a twin has is seen and heard in the finished file, at its time. */
class TwinTest extends CompilerUnderTest {
    private static final int IN_TWIN = 1;
    private static final Duration EVERY = Duration.ofMillis(300);

    /** Clocks that begin at zero, and anywhere: with and without a discontinuity. */
    @ParameterizedTest
    @ValueSource(strings = {"", "clock", "discontinuity", "both"})
    void thePictureOfATwinIsShownWithTheSoundOfItsFile(String kind) throws Exception {
        var meeting = meeting(twin(kind));

        var file = compile(RecordedMeeting.of(meeting).withTwin(IN_TWIN));

        assertThat(file.gaps()).isEmpty();
        assertThat(file.picture().words()).contains("the file at 0:03 is coded as vp09, not as H.264");
        assertIsTrue(file, meeting, OF_RENDERING, EVERY);
    }

    @Test
    void pictureAndSoundOfATwinStandInForAMissingFile() throws Exception {
        var meeting = meeting(twin("both"));

        var file = compile(RecordedMeeting.of(meeting).withTwin(IN_TWIN).without(IN_TWIN));

        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, meeting, OF_RENDERING, EVERY);
    }

    @Test
    void aTwinThatIsLostLeavesTheSoundAndAGapThatIsTold() throws Exception {
        var recorded = RecordedMeeting.of(meeting(TwinSpec.USUAL)).withLostTwin(IN_TWIN);

        var file = compile(recorded);

        assertThat(file.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.segment()).isEqualTo(recorded.id(IN_TWIN));
            assertThat(gap.from()).isEqualTo(at(3));
            assertThat(gap.until()).isEqualTo(at(8));
        });
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            assertThat(witness.see(at(4))).isEmpty();
            assertThat(witness.hear(at(4.4))).isNotEmpty();
        }
    }

    private static TwinSpec twin(String kind) {
        var late = TwinSpec.USUAL.startingAt(Duration.ofMinutes(75));
        return switch (kind) {
            case "clock" -> late;
            case "discontinuity" -> TwinSpec.USUAL.breakingAt(lasting(3));
            case "both" -> late.breakingAt(lasting(3));
            default -> TwinSpec.USUAL;
        };
    }

    private static Meeting meeting(TwinSpec twin) {
        return Meeting.named("twin")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(3)).cameraInTwin(at(3), lasting(5), twin))
                .written();
    }
}
