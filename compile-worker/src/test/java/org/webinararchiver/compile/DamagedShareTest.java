package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.witness.Witness;

/** Of what is seen at the same time one file is damaged, which has no sound that would be damaged too. */
class DamagedShareTest extends CompilerUnderTest {
    private static final Meeting MEETING = Meeting.named("damaged-share")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(12), lasting(4)))
            .participant("Boris", boris -> boris.screen(at(4), lasting(4), PictureSpec.SCREEN))
            .written();

    private static final int SHARE = IntStream.range(0, MEETING.takes().size())
            .filter(take -> MEETING.takes().get(take).kind() == Track.Kind.SCREEN)
            .findFirst()
            .orElseThrow();

    @Test
    void whatCanNotBeDecodedOfAFileIsTold() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var holey = Broken.withoutData(recorded.file(SHARE), folder.resolve("holey.mp4"), 0.4, 0.7);

        assertThatItsPlaceIsToldAndTheRestIsThere(recorded, holey);
    }

    @Test
    void aFileOfWhichNothingCanBeDecodedIsTold() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var empty = Broken.withoutData(recorded.file(SHARE), folder.resolve("empty.mp4"));

        assertThatItsPlaceIsToldAndTheRestIsThere(recorded, empty);
    }

    private void assertThatItsPlaceIsToldAndTheRestIsThere(RecordedMeeting recorded, Path damaged) throws Exception {
        var file = compile(recorded.with(SHARE, damaged)
                .request(folder, MEETING.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P480)));

        assertThat(file.gaps()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.from()).isBetween(at(3.9), at(8));
            assertThat(gap.until()).isBetween(at(4), at(8.1));
        });
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            var instants = MEETING.truth().instants(Duration.ofMillis(700)).stream()
                    .filter(instant -> instant.compareTo(at(3.8)) < 0 || instant.compareTo(at(8.2)) > 0)
                    .toList();
            var report = witness.compare(MEETING.truth(), instants);
            assertThat(report.matches()).as("%s", report).isTrue();
        }
    }
}
