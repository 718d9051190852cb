package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.witness.Witness;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.FoundFfmpeg;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;

/** Parts of recordings, several files of one, and files that may have no gaps. */
@Tag("servers")
@Timeout(300)
class RenditionsTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final Meeting IN_PART = inSixFiles("in-part");
    private static final Meeting TWICE = inSixFiles("twice");
    private static final Meeting WITHOUT_GAPS = Lectures.inThreeFiles("without-gaps");
    private static final Meeting TOO_SHORT = Lectures.inThreeFiles("too-short");

    @TempDir
    static Path folder;

    private static Simulator simulator;
    private static Deployment deployment;
    private static RecordingsApi recordings;

    private static Meeting inSixFiles(String key) {
        return Meeting.named(key)
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(18), lasting(3)))
                .written();
    }

    @BeforeAll
    static void start() throws Exception {
        var meetings = List.of(IN_PART, TWICE, WITHOUT_GAPS, TOO_SHORT);
        simulator = Simulator.start(0, TestStudio.with(meetings), meetings);
        deployment = Deployment.start(OUTPUTS, folder.resolve("scratch"), Map.of());
        recordings = deployment.recordings();
    }

    @AfterAll
    static void stop() {
        if (deployment != null) {
            deployment.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void aPartIsFetchedAndMadeAlone() throws Exception {
        var ended = recordings.ended(submit(IN_PART, Map.of("start", "PT4S", "maxDuration", "PT6.5S")));

        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
        assertThat(ended.getString("video")).endsWith("/artifacts/video_from-PT4S_for-PT6.5S.mp4");
        assertThat(requests(IN_PART)).containsExactly(0L, 1L, 1L, 1L, 0L, 0L);
        try (var witness = Witness.of(FoundFfmpeg.get(), recordings.video(ended.getString("id"), folder))) {
            assertThat(witness.duration()).isCloseTo(Duration.ofMillis(6_500), Duration.ofMillis(100));
            for (var instant : List.of(at(0.1), at(1.5), at(3), at(5.1), at(6.3))) {
                assertThat(witness.see(instant))
                        .hasValueSatisfying(frame ->
                                assertThat(frame.time()).isCloseTo(instant.plusSeconds(4), Duration.ofMillis(100)));
                assertThat(witness.hear(instant)).hasSize(1);
            }
        }
    }

    @Test
    void anotherFileIsMadeOfWhatIsHereWhenThePlatformHasLostIt() throws Exception {
        var whole = recordings.ended(submit(TWICE, Map.of()));
        FinishedFile.mustBe(TWICE, recordings.video(whole.getString("id"), folder));
        simulator.disturb(TWICE, new Fault.Missing());

        var small = recordings.ended(submit(TWICE, Map.of("quality", "480p", "maxDuration", "PT5S")));

        assertThat(small.getString("id")).isEqualTo(whole.getString("id"));
        assertThat(small.getString("state")).isEqualTo("PROCESSED");
        assertThat(small.getList("artifacts.name"))
                .contains("video.mp4", "video_480p_for-PT5S.mp4", "video.poster.jpg", "video_480p_for-PT5S.poster.jpg");
        assertThat(requests(TWICE)).containsOnly(1L);
        assertThat(recordings
                        .request()
                        .get(whole.getString("video"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .hasSizeGreaterThan(10_000);
    }

    @Test
    void aFileThatMayHaveNoGapsIsNotMadeWithoutWhatIsMissingAndItsGapsAreTold() {
        simulator.disturb(WITHOUT_GAPS.takes().get(1), new Fault.Missing());

        var ended = recordings.ended(submit(WITHOUT_GAPS, Map.of("strict", true)));

        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getString("failure.reason")).isEqualTo("gaps");
        assertThat(ended.getString("failure.advice")).contains("strict");
        assertThat(ended.getList("gaps")).hasSize(1);

        var withGaps = recordings.ended(submit(WITHOUT_GAPS, Map.of()));
        assertThat(withGaps.getString("outcome")).isEqualTo("COMPLETE_WITH_GAPS");
    }

    @Test
    void aPartThatBeginsAfterTheRecordingIsOverIsRefusedWithItsLength() {
        var ended = recordings.ended(submit(TOO_SHORT, Map.of("start", "PT1H")));

        assertThat(ended.getString("failure.reason")).isEqualTo("starts-after-its-end");
        assertThat(ended.getString("failure.message")).contains("0:00:09", "1:00:00");
        assertThat(requests(TOO_SHORT)).containsOnly(0L);
    }

    private static String submit(Meeting meeting, Map<String, Object> options) {
        return recordings
                .submit(Map.of("link", simulator.linkTo(meeting).toString(), "options", options))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static List<Long> requests(Meeting meeting) {
        return meeting.takes().stream()
                .map(take -> simulator.requests().count(take))
                .toList();
    }
}
