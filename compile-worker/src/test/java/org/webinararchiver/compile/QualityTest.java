package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import org.junit.jupiter.api.Test;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;

class QualityTest extends CompilerUnderTest {
    private static final Meeting LARGE = Meeting.named("large")
            .lecturer("Anna", anna -> anna.camera(at(0), lasting(4), PictureSpec.of(960, 540, 25)))
            .written();

    @Test
    void aPictureThatIsLargerThanWantedIsMadeSmaller() throws Exception {
        var file = compile(LARGE, Quality.P480);

        assertThat(file.picture().rendersAll()).isTrue();
        assertThat(file.picture().words()).contains("480p");
        var video = Mp4Probe.probe(file.path()).video().orElseThrow();
        assertThat(video.height()).isEqualTo(480);
        assertThat(video.width()).isEqualTo(854);
        assertIsTrue(file, LARGE, OF_RENDERING);
    }

    @Test
    void aPictureThatFitsIsCopied() throws Exception {
        var file = compile(LARGE, Quality.P720);

        assertThat(file.picture().copiesAll()).isTrue();
        assertIsTrue(file, LARGE, OF_COPY);
    }

    private CompiledFile compile(Meeting meeting, Quality quality) throws Exception {
        var recorded = RecordedMeeting.of(meeting);
        return compile(recorded.request(
                folder, meeting.title(), Look.USUAL.with(Layout.STAGE).with(quality)));
    }
}
