package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;

/** A look at what a link would become: the metadata is asked for and nothing else. */
@Timeout(120)
class PlanTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final Meeting CLOSED = SampleMeetings.privateMeeting();
    private static final Meeting SLIDES = SampleMeetings.withSlides();
    private static final Meeting DEMO = SampleMeetings.demo();

    @TempDir
    static Path folder;

    private static Simulator simulator;
    private static Archive archive;

    @BeforeAll
    static void start() throws Exception {
        var meetings = List.of(CLOSED, SLIDES, DEMO);
        simulator = Simulator.start(0, TestStudio.with(meetings), meetings);
        archive = Archive.in(folder, OUTPUTS).allowingThisMachine();
    }

    @AfterAll
    static void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private static String linkTo(Meeting meeting) {
        return simulator.linkTo(meeting).toString();
    }

    @Test
    void whatARecordingWouldBecomeIsToldWithoutFetchingAnything() throws Exception {
        var ended = archive.runPlainly("plan", linkTo(DEMO));

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output().lines())
                .contains(
                        "How to read a river map",
                        "  lasts       0:00:40",
                        "  people      Анна Орлова",
                        "  files       8",
                        "  0:00:00  Анна Орлова");
        assertThat(simulator.requests().count(PathKind.MEDIA)).isZero();
        assertThat(archive.data()).doesNotExist();
        assertThat(archive.finished()).doesNotExist();
    }

    @Test
    void aProgramIsToldInJsonAndAPictureIsDrawn() throws Exception {
        var picture = folder.resolve("slides.svg");

        var ended = archive.runPlainly("plan", linkTo(SLIDES), "--json", "--svg", picture.toString());

        assertThat(ended.exitCode()).isZero();
        var plan = JsonPath.from(ended.output());
        assertThat(plan.getString("link")).isEqualTo(linkTo(SLIDES));
        assertThat(plan.getList("timeline.scenes.stage.kind")).contains("SLIDE");
        assertThat(plan.getList("timeline.slides")).isNotEmpty();
        assertThat(picture).content().startsWith("<svg").contains(SLIDES.title());
    }

    @Test
    void onlyThePartThatIsWantedIsTold() throws Exception {
        var ended = archive.runPlainly("plan", linkTo(DEMO), "--start", "0:12", "--max-duration", "9");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output().lines()).contains("  lasts       0:00:09", "  files       3");

        var tooLate = archive.runPlainly("plan", linkTo(DEMO), "--start", "41");
        assertThat(tooLate.exitCode()).isEqualTo(1);
        assertThat(tooLate.errors()).contains("it cannot begin at 0:00:41");

        var noTime = archive.runPlainly("plan", linkTo(DEMO), "--max-duration", "0");
        assertThat(noTime.exitCode()).isEqualTo(2);
    }

    @Test
    void aPrivateRecordingAsksForASessionIdAndOpensWithIt() throws Exception {
        var refused = archive.runPlainly("plan", linkTo(CLOSED));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors()).contains("private", "--session-id").doesNotContain("\tat ");

        var sessionId = ((Access.Closed) CLOSED.access()).sessionId();
        var opened = archive.with("ARCHIVER_SESSION_ID", sessionId).runPlainly("plan", linkTo(CLOSED));
        assertThat(opened.exitCode()).isZero();
        assertThat(opened.output()).contains(CLOSED.title()).doesNotContain(sessionId);
    }

    @Test
    void aLinkToAPrivateAddressIsNotFollowedUnlessItIsAllowed() throws Exception {
        var refused = archive.with("ARCHIVER_ALLOW_PRIVATE_HOSTS", "").runPlainly("plan", linkTo(DEMO));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("ARCHIVER_ALLOW_PRIVATE_HOSTS=127.0.0.1");
    }

    @Test
    void aWrongProxyIsToldWithoutItsPassword() throws Exception {
        var refused = archive.with("ARCHIVER_WEB_PROXY", "socks5://user:opensesame@proxy.example:1080")
                .runPlainly("plan", linkTo(DEMO));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors())
                .contains("archiver.web.proxy is not the address of an HTTP proxy")
                .doesNotContain("opensesame");
    }
}
