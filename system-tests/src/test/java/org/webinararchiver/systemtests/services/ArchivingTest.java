package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.server.Spoilage;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TestBroker;

/**
 * Links go in over the API and files come out that are what happened. The workers look for work by themselves only
 * every five minutes here, so all that is done in time is done because a message woke them.
 */
@Tag("servers")
@Timeout(300)
class ArchivingTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final Map<String, String> ONLY_MESSAGES_WAKE = Map.of("ARCHIVER_TASKS_POLL", "PT5M");

    private static final Meeting LOSING_A_FILE = Lectures.inThreeFiles("losing-a-file");
    private static final Meeting CUT_OFF_FOR_EVER = Lectures.inThreeFiles("cut-off-for-ever");
    private static final Meeting BUSY_FOR_A_WHILE = Lectures.inThreeFiles("busy-for-a-while");
    private static final Meeting BROKEN_OFF_ONCE = Lectures.inThreeFiles("broken-off-once");

    private static final Meeting FILE_GONE = withTwin("file-gone");
    private static final Meeting TWIN_GONE = withTwin("twin-gone");

    @TempDir
    static Path folder;

    private static Simulator simulator;
    private static Deployment deployment;
    private static RecordingsApi recordings;

    private static Meeting withTwin(String key) {
        return Meeting.named(key)
                .lecturer(
                        "Anna",
                        anna -> anna.camera(at(0), lasting(3))
                                .cameraInTwin(
                                        at(3),
                                        lasting(5),
                                        TwinSpec.USUAL
                                                .inRanges()
                                                .withEncryption()
                                                .startingAt(Duration.ofMinutes(20))
                                                .breakingAt(lasting(3))))
                .written();
    }

    @BeforeAll
    static void start() throws Exception {
        var meetings = new ArrayList<>(SampleMeetings.all());
        meetings.addAll(List.of(LOSING_A_FILE, CUT_OFF_FOR_EVER, BUSY_FOR_A_WHILE, BROKEN_OFF_ONCE));
        meetings.addAll(List.of(FILE_GONE, TWIN_GONE));
        simulator = Simulator.start(0, TestStudio.with(meetings), meetings);
        deployment = Deployment.start(OUTPUTS, folder.resolve("scratch"), ONLY_MESSAGES_WAKE);
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

    static Stream<Meeting> openMeetings() {
        return Stream.of(
                SampleMeetings.demo(),
                SampleMeetings.withGap(),
                SampleMeetings.withDifferingFile(),
                SampleMeetings.twoVoices(),
                SampleMeetings.withCuts(),
                SampleMeetings.toldBySnapshots());
    }

    @ParameterizedTest
    @MethodSource("openMeetings")
    void aRecordingBecomesAFileThatIsWhatHappened(Meeting meeting) throws Exception {
        var id = recordings.accepted(simulator.linkTo(meeting));

        var ended = recordings.ended(id);

        assertThat(ended.getString("state")).isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
        assertThat(ended.getString("title")).isEqualTo(meeting.title());
        assertThat(ended.getList("gaps")).isEmpty();
        assertThat(ended.getLong("progress.stored")).isEqualTo(meeting.takes().size());
        FinishedFile.mustBe(meeting, recordings.video(id, folder));
    }

    static Stream<Meeting> privateMeetings() {
        return Stream.of(SampleMeetings.privateMeeting(), SampleMeetings.refusedInBody());
    }

    @ParameterizedTest
    @MethodSource("privateMeetings")
    void aPrivateRecordingAsksForASessionIdAndOpensWithIt(Meeting meeting) throws Exception {
        var link = simulator.linkTo(meeting).toString();
        var refused = recordings.ended(recordings.accepted(Map.of("link", link)));
        assertThat(refused.getString("state")).isEqualTo("FAILED");
        assertThat(refused.getString("failure.reason")).isEqualTo("private");
        assertThat(refused.getString("failure.advice")).contains("sessionId");
        assertThat(refused.getString("video")).isNull();

        var sessionId = ((Access.Closed) meeting.access()).sessionId();
        var again = recordings.accepted(Map.of("link", link, "sessionId", sessionId));

        assertThat(again).isEqualTo(refused.getString("id"));
        assertThat(recordings.ended(again).getString("state")).isEqualTo("PROCESSED");
        FinishedFile.mustBe(meeting, recordings.video(again, folder));
    }

    @Test
    void aRecordingInWhichNobodyWasSeenOrHeardFails() {
        var ended = recordings.ended(recordings.accepted(simulator.linkTo(SampleMeetings.empty())));

        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getString("failure.reason")).isEqualTo("empty");
        assertThat(ended.getString("failure.advice")).isNotBlank();
    }

    @Test
    void aFileThatThePlatformHasLostBecomesAGapThatIsTold() throws Exception {
        var lost = LOSING_A_FILE.takes().get(1);
        simulator.disturb(lost, new Fault.Missing());

        var id = recordings.accepted(simulator.linkTo(LOSING_A_FILE));
        var ended = recordings.ended(id);

        assertThat(ended.getString("state")).isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE_WITH_GAPS");
        assertThat(ended.getList("gaps")).hasSize(1);
        assertThat(ended.getString("gaps[0].participant")).isEqualTo("Anna");
        assertThat(Duration.parse(ended.getString("gaps[0].from"))).isEqualTo(lost.at());
        assertThat(Duration.parse(ended.getString("gaps[0].to"))).isEqualTo(lost.end());
        assertThat(ended.getString("gaps[0].reason")).contains("404");
        FinishedFile.mustBe(FinishedFile.without(lost, LOSING_A_FILE), recordings.video(id, folder));
    }

    @Test
    void aFileWhoseEndNeverComesIsShownAsFarAsItGoesAndTold() {
        var cutOff = CUT_OFF_FOR_EVER.takes().get(1);
        simulator.disturb(cutOff, Fault.Spoilt.forEver(Spoilage.CUT_OFF));

        var ended = recordings.ended(recordings.accepted(simulator.linkTo(CUT_OFF_FOR_EVER)));

        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE_WITH_GAPS");
        assertThat(ended.getList("gaps.kind")).containsExactly("MEDIA");
        assertThat(Duration.parse(ended.getString("gaps[0].from"))).isBetween(cutOff.at(), cutOff.end());
        assertThat(Duration.parse(ended.getString("gaps[0].to"))).isEqualTo(cutOff.end());
        assertThat(ended.getString("gaps[0].reason")).contains("came damaged: the file ends at byte");
        assertThat(ended.getLong("progress.missing")).isZero();
        assertThat(requests(CUT_OFF_FOR_EVER)).containsExactly(1L, 3L, 1L);
    }

    @Test
    void slidesAndDecksThatAreLostAreToldAndTheRecordingIsMade() throws Exception {
        var meeting = SampleMeetings.withSlides();
        simulator.disturbSlide(meeting, 1, 2, new Fault.Missing());
        simulator.disturbDeck(meeting, 2, Fault.Spoilt.forEver(Spoilage.WEB_PAGE));

        var id = recordings.accepted(simulator.linkTo(meeting));
        var ended = recordings.ended(id);

        assertThat(ended.getString("state")).isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE_WITH_GAPS");
        assertThat(ended.getList("gaps.kind")).containsExactly("SLIDE", "DOCUMENT");
        assertThat(ended.getString("gaps[0].name")).isEqualTo("Deck 1, 2");
        assertThat(Duration.parse(ended.getString("gaps[0].from"))).isEqualTo(Duration.ofSeconds(3));
        assertThat(ended.getString("gaps[0].reason")).contains("404");
        assertThat(ended.getString("gaps[1].name")).isEqualTo("Deck 2");
        assertThat(ended.getString("gaps[1].from")).isNull();
        FinishedFile.mustBe(meeting, recordings.video(id, folder));
    }

    @Test
    void aPictureThatItsFileLacksIsTakenFromTheTwin() throws Exception {
        var meeting = SampleMeetings.withTwin();

        mustEndComplete(meeting);

        var inTwin = meeting.takes().getLast();
        assertThat(simulator.requests().count(inTwin)).isEqualTo(1);
        assertThat(simulator.requests().countTwin(inTwin)).isPositive();
        assertThat(simulator.requests().countTwin(meeting.takes().getFirst())).isZero();
    }

    @Test
    void pictureAndSoundOfAFileThatIsGoneAreTakenFromTheTwin() throws Exception {
        simulator.disturb(FILE_GONE.takes().getLast(), new Fault.Missing());

        mustEndComplete(FILE_GONE);
    }

    @Test
    void aPictureThatNeitherFileNorTwinHasIsAGapThatIsTold() {
        var lost = TWIN_GONE.takes().getLast();
        simulator.disturbTwin(lost, new Fault.Missing());

        var ended = recordings.ended(recordings.accepted(simulator.linkTo(TWIN_GONE)));

        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE_WITH_GAPS");
        assertThat(ended.getList("gaps")).hasSize(1);
        assertThat(ended.getString("gaps[0].reason")).contains("picture is missing", "404");
        assertThat(Duration.parse(ended.getString("gaps[0].from"))).isEqualTo(lost.at());
    }

    @Test
    void aPlatformThatIsBusyForAWhileIsAskedAgainForThatFileAlone() throws Exception {
        var busy = BUSY_FOR_A_WHILE.takes().getFirst();
        simulator.disturb(busy, new Fault.FailFirst(2, 503));

        mustEndComplete(BUSY_FOR_A_WHILE);

        assertThat(requests(BUSY_FOR_A_WHILE)).containsExactly(3L, 1L, 1L);
    }

    @Test
    void aFileThatBreaksOffIsFetchedAgain() throws Exception {
        simulator.disturb(BROKEN_OFF_ONCE.takes().getLast(), new Fault.TruncatedOnce());

        mustEndComplete(BROKEN_OFF_ONCE);

        assertThat(requests(BROKEN_OFF_ONCE)).containsExactly(1L, 1L, 2L);
    }

    private static void mustEndComplete(Meeting meeting) throws Exception {
        var id = recordings.accepted(simulator.linkTo(meeting));
        assertThat(recordings.ended(id).getString("outcome")).isEqualTo("COMPLETE");
        FinishedFile.mustBe(meeting, recordings.video(id, folder));
    }

    private static List<Long> requests(Meeting meeting) {
        return meeting.takes().stream()
                .map(take -> simulator.requests().count(take))
                .toList();
    }

    @Test
    void whatIsNoLinkToARecordingIsRefusedWithTheFormsThatAre() {
        var refused = recordings
                .submit(Map.of("link", "https://example.org/video"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();

        assertThat(refused.getString("type")).endsWith(":not-a-recording-link");
        assertThat(refused.getInt("status")).isEqualTo(400);
        assertThat(refused.getString("detail")).contains("record-new");
    }

    @Test
    void nobodyKnowsARecordingThatWasNeverSubmitted() {
        var unknown = "/api/v1/recordings/" + UUID.randomUUID();

        recordings.request().get(unknown).then().statusCode(404);
        recordings.request().get(unknown + "/artifacts/video.mp4").then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource
    void everyWorkerOfARoleListensToItsQueue(TaskKind kind) throws Exception {
        assertThat(new BrokerQueues(TestBroker.server()).consumersOf(kind)).isEqualTo(2);
    }
}
