package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.LivingPrograms;
import org.webinararchiver.systemtests.process.Outputs;

/** One command on one machine: what it prints, what it makes, and what it answers the shell. */
@Timeout(300)
class StandaloneTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final Meeting LOSING_A_FILE = Lectures.inThreeFiles("losing-a-file");

    private static final Meeting CLOSED = SampleMeetings.privateMeeting();

    @TempDir
    static Path folder;

    private static Simulator simulator;
    private static Archive archive;

    @BeforeAll
    static void start() throws Exception {
        var meetings = List.of(LOSING_A_FILE, CLOSED, SampleMeetings.withTwin());
        simulator = Simulator.start(0, TestStudio.with(meetings), meetings);
        simulator.disturb(LOSING_A_FILE.takes().get(1), new Fault.Missing());
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
    void theDemoNeedsNothingAndIsFoundDoneWhenItIsRunAgain() throws Exception {
        var demo = Archive.in(folder.resolve("demo"), OUTPUTS);

        var first = demo.run("demo");
        assertThat(first.exitCode()).isZero();
        assertThat(first.output()).matches("[^\\n]+\\.mp4\\R");
        assertThat(first.file()).startsWith(demo.finished()).isRegularFile();
        assertThat(first.errors()).contains("complete");
        FinishedFile.mustBe(SampleMeetings.demo(), first.file());
        assertThat(Path.of(Companion.POSTER.beside(first.file().toString()))).isNotEmptyFile();

        var second = demo.run("demo", "--quiet");
        assertThat(second.exitCode()).isZero();
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(second.errors()).isEmpty();
        assertThat(LivingPrograms.workingIn(demo.data())).isEmpty();
    }

    @Test
    void whatThePlatformHasLostIsToldAndTheRestIsKept() throws Exception {
        var first = archive.run(linkTo(LOSING_A_FILE));
        assertThat(first.exitCode()).isEqualTo(3);
        assertThat(first.errors()).contains("0:00:03 to 0:00:06 of Anna", "404");
        FinishedFile.mustBe(FinishedFile.without(LOSING_A_FILE.takes().get(1), LOSING_A_FILE), first.file());

        var asked = simulator.requests().count(PathKind.MEDIA);
        var finishedAt = Files.getLastModifiedTime(first.file());
        var second = archive.run(linkTo(LOSING_A_FILE));
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(simulator.requests().count(PathKind.MEDIA)).isEqualTo(asked);
        assertThat(Files.getLastModifiedTime(second.file())).isEqualTo(finishedAt);
    }

    @Test
    void aPrivateRecordingAsksForASessionIdAndOpensWithIt() throws Exception {
        var refused = archive.run(linkTo(CLOSED));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors()).contains("private", "sessionId", "--session-id");

        var sessionId = ((Access.Closed) CLOSED.access()).sessionId();
        var opened = archive.with("ARCHIVER_SESSION_ID", sessionId).run(linkTo(CLOSED));
        assertThat(opened.exitCode()).isZero();
        assertThat(Files.readString(archive.data().resolve("logs/archive.log"))).doesNotContain(sessionId);
    }

    @Test
    void aListIsArchivedForAProgramWithTheFilesThatItIsMadeOf() throws Exception {
        var list = Files.writeString(
                folder.resolve("list.txt"), "# lectures\nThree files | " + linkTo(LOSING_A_FILE) + "\nnothing\n");

        var ended = archive.run("--from-file", list.toString(), "--json", "--keep-files");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.errors()).contains("line 3: no link");
        var events = ended.output().lines().map(JsonPath::from).toList();
        var finished = events.getLast();
        assertThat(finished.getString("event")).isEqualTo("finished");
        assertThat(finished.getString("recording.outcome")).isEqualTo("COMPLETE_WITH_GAPS");
        var file = Path.of(finished.getString("file"));
        assertThat(file).isRegularFile();
        assertThat(finished.getList("beside", String.class))
                .contains(Companion.POSTER.beside(file.toString()), Companion.SOUND_ALONE.beside(file.toString()))
                .allSatisfy(path -> assertThat(Path.of(path)).isNotEmptyFile());
        assertThat(file.resolveSibling("files").toFile().list())
                .containsExactlyInAnyOrder(
                        "Anna_0-00-00.mp4", "Anna_0-00-06.mp4", "video.storyboard.jpg", "video.storyboard.vtt");
        assertThat(file.resolveSibling("files").resolve("video.storyboard.vtt"))
                .content()
                .contains("video.storyboard.jpg#xywh=");
    }

    @Test
    void whatStoodInForAFileIsAmongTheFilesThatItIsMadeOf() throws Exception {
        var ended = archive.run(linkTo(SampleMeetings.withTwin()), "--keep-files");

        assertThat(ended.exitCode()).isZero();
        var files = ended.file().resolveSibling("files");
        assertThat(files.toFile().list()).hasSize(5).anyMatch(name -> name.endsWith("_0-00-04_playlist.mp4"));
    }

    @Test
    void aFileOfTheUsersThatHasTheNameIsLeftAsItIs() throws Exception {
        var mine = Archive.in(folder.resolve("mine"), OUTPUTS).allowingThisMachine();
        var first = mine.run(linkTo(LOSING_A_FILE)).file();
        Files.writeString(first, "mine");

        var second = mine.run(linkTo(LOSING_A_FILE)).file();

        assertThat(first).hasContent("mine");
        assertThat(second.getFileName().toString()).endsWith(" (2).mp4");
        assertThat(mine.run(linkTo(LOSING_A_FILE)).file()).isEqualTo(second);
    }

    @Test
    void aLinkToAPrivateAddressIsNotFollowedUnlessItIsAllowed() throws Exception {
        var asked = simulator.requests().latest().size();

        var refused = archive.with("ARCHIVER_ALLOW_PRIVATE_HOSTS", "").run(linkTo(SampleMeetings.demo()));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("ARCHIVER_ALLOW_PRIVATE_HOSTS=127.0.0.1");
        assertThat(simulator.requests().latest()).hasSize(asked);
    }

    @Test
    void aWrongProxyEndsTheProgramAtItsStartWithTheFormThatIsRightAndWithoutItsPassword() throws Exception {
        var asked = simulator.requests().latest().size();

        var refused = archive.with("ARCHIVER_WEB_PROXY", "socks5://user:opensesame@proxy.example:1080")
                .run(linkTo(SampleMeetings.demo()));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors())
                .contains("archiver.web.proxy is not the address of an HTTP proxy", "http://proxy.example:3128")
                .doesNotContain("opensesame")
                .doesNotContain("\tat ");
        assertThat(archive.data().resolve("logs/archive.log"))
                .content()
                .contains("archiver.web.proxy is not the address of an HTTP proxy")
                .doesNotContain("opensesame");
        assertThat(simulator.requests().latest()).hasSize(asked);
    }
}
