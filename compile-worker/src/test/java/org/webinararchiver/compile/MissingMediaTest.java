package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.timeline.Gap;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.witness.Witness;

/** The sample meeting, of which one file of five seconds is missing, damaged or something else. */
class MissingMediaTest extends CompilerUnderTest {
    @Test
    void aMissingFileIsAGap() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo()).without(3);

        var file = compile(recorded);

        assertThat(file.gaps()).containsExactly(allOfTheFourthFile(recorded));
        assertIsTrue(file, Lectures.demoWithout(3), OF_RENDERING);
    }

    @Test
    void aFileWhoseEndIsMissingIsShownAsFarAsItGoes() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var half = folder.resolve("half.mp4");
        var whole = Files.readAllBytes(recorded.file(3));
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));

        var file = compile(recorded.with(3, half));

        assertThat(file.picture().words())
                .isEqualTo("0:35 of it is copied; the rest is encoded, since the file at 0:15 lacks its end");
        assertThat(file.gaps()).hasSize(1);
        var gap = file.gaps().getFirst();
        assertThat(gap.segment()).isEqualTo(recorded.id(3));
        assertThat(gap.from()).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(19));
        assertThat(gap.until()).isEqualTo(Duration.ofSeconds(20));
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            assertThat(witness.see(Duration.ofMillis(15_700))).isPresent();
            assertThat(witness.hear(Duration.ofMillis(15_700))).hasSize(1);
            assertThat(witness.see(Duration.ofMillis(19_800))).isEmpty();
            assertThat(witness.hear(Duration.ofMillis(19_700))).isEmpty();
            assertThat(witness.see(Duration.ofMillis(20_500))).isPresent();
            assertThat(witness.hear(Duration.ofMillis(20_500))).hasSize(1);
        }
    }

    @Test
    void aFileThatCanNotBeDecodedIsAGap() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());

        var file = compile(recorded.with(3, Broken.withoutData(recorded.file(3), folder.resolve("empty.mp4"))));

        assertThat(file.picture().words())
                .isEqualTo(
                        "0:35 of it is copied; the rest is encoded, since the file at 0:15 has frames that are damaged");
        assertThat(file.gaps()).containsExactly(allOfTheFourthFile(recorded));
        assertIsTrue(file, Lectures.demoWithout(3), OF_RENDERING);
    }

    @Test
    void aFileThatIsDamagedInItsMiddleIsShownAsFarAsItGoesAndTold() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var holey = Broken.withoutData(recorded.file(3), folder.resolve("holey.mp4"), 0.4, 0.7);

        var file = compile(recorded.with(3, holey));

        assertThat(file.gaps())
                .extracting(Gap::segment, Gap::from, Gap::until)
                .containsExactly(tuple(recorded.id(3), Duration.ofSeconds(15), Duration.ofSeconds(20)));
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            assertThat(witness.see(Duration.ofMillis(15_500)).orElseThrow().time())
                    .isCloseTo(Duration.ofMillis(15_500), Duration.ofMillis(60));
            assertThat(witness.see(Duration.ofMillis(19_800)).orElseThrow().time())
                    .isCloseTo(Duration.ofMillis(19_800), Duration.ofMillis(60));
            assertThat(witness.placementError(1, 15).orElseThrow()).isLessThan(Duration.ofMillis(20));
            assertThat(witness.placementError(1, 19).orElseThrow())
                    .isBetween(Duration.ofMillis(-20), Duration.ofMillis(20));
        }
    }

    @Test
    void somethingThatIsNoMediaIsAGap() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var page = Files.writeString(folder.resolve("page.mp4"), "<html>Sorry</html>");

        var file = compile(recorded.with(3, page));

        assertThat(file.gaps()).extracting(Gap::segment).containsExactly(recorded.id(3));
        assertIsTrue(file, Lectures.demoWithout(3), OF_RENDERING);
    }

    private static Gap allOfTheFourthFile(RecordedMeeting recorded) {
        var lecturer = SampleMeetings.demo().lecturer().map(RecordedMeeting::id);
        return new Gap(recorded.id(3), "source-1", lecturer, Duration.ofSeconds(15), Duration.ofSeconds(20));
    }
}
