package org.webinararchiver.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.studio.Studio;

class SimulatorMainTest {
    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();

    @Test
    void theHelpTeachesTheOptionsAndShowsExamples() {
        assertThat(run("--help")).isZero();
        assertThat(output.toString())
                .contains(
                        "--port",
                        "--media-cache",
                        "--failing",
                        "--reachable-as",
                        "--lectures",
                        "--seed 1",
                        "--check demo.mp4 --meeting demo",
                        "Exit codes");
    }

    @Test
    void aFileThatIsAsItShouldBePassesAndAnotherMeetingsDoesNot() throws Exception {
        var meeting = SampleMeetings.privateMeeting();
        var file = new Studio(TestFfmpeg.found(), folder).of(meeting.takes().getFirst());
        assertThat(check(file, meeting.key())).isZero();
        assertThat(output.toString()).contains("As it should be: 0 mismatches");
        assertThat(check(file, "two-voices")).isEqualTo(1);
        assertThat(output.toString()).contains("NOT as it should be", "the file lasts 5.");
    }

    @Test
    void checkingWithoutAKnownMeetingListsThem() {
        assertThat(run("--check", "any.mp4")).isEqualTo(2);
        assertThat(run("--check", "any.mp4", "--meeting", "unknown")).isEqualTo(2);
        assertThat(output.toString()).contains("demo, with-gap, with-differing-file");
    }

    @Test
    void aFileThatCanNotBeReadIsAnErrorThatNamesIt() throws Exception {
        assertThat(check(folder.resolve("absent.mp4"), "demo")).isEqualTo(2);
        assertThat(output.toString()).contains("absent.mp4");
    }

    private int check(Path file, String meeting) throws Exception {
        var ffmpeg = TestFfmpeg.found().ffmpeg().toString();
        return run("--check", file.toString(), "--meeting", meeting, "--ffmpeg", ffmpeg);
    }

    private int run(String... arguments) {
        var writer = new PrintWriter(output);
        return SimulatorMain.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }
}
