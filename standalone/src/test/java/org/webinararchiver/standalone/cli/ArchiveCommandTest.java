package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutALinkTheCommandSaysWhatItWants() {
        assertThat(run()).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).startsWith("Which recording? Give its link, or try \"./archive demo\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/video", "not a link", "file:///etc/passwd"})
    void whatIsNoLinkToARecordingIsRefusedWithTheFormsThatAre(String text) {
        assertThat(run(text)).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains(text).contains("my.mts-link.ru");
    }

    @Test
    void nothingIsPlannedOfWhatIsNoLinkToARecording() {
        assertThat(run("plan", "https://example.org/video")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("https://example.org/video", "my.mts-link.ru");
    }

    @Test
    void anUnknownOptionIsAMistakeOfUsage() {
        assertThat(run("--colour")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--colour");
    }

    @ParameterizedTest
    @CsvSource({
        "--max-duration, -5, A file lasts more than no time",
        "--max-duration, 0, A file lasts more than no time",
        "--max-duration, soon, is no length of time",
        "--start, -1, A recording begins at zero or later",
        "--quality, best, 'is no quality. These are: source, 1080p, 720p, 480p'",
        "--layout, tiles, 'is no layout. These are: auto, stage, gallery, speaker, audio'"
    })
    void whatCannotBeMeantIsRefusedBeforeAnythingIsStarted(String option, String value, String told) {
        assertThat(run("https://my.mts-link.ru/j/12/34/record-new/56", option, value))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains(told);
    }

    @ParameterizedTest
    @CsvSource({"65536", "-1"})
    void aPortIsANumberThatAPortCanBe(String port) {
        assertThat(run("serve", "--port", port)).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("0 to 65535");
    }

    @Test
    void aPortThatIsTakenIsToldBeforeAnythingIsStarted() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(ExitCode.USAGE.number());
        }
        assertThat(err.toString()).contains("Is it in use?", "--port");
    }

    @Test
    void nothingIsRemovedWithoutAYes() {
        assertThat(run("clean", "--days", "3")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--yes");
        assertThat(run("clean", "--days", "-3", "--yes")).isEqualTo(ExitCode.USAGE.number());
        assertThat(run("clean", "--yes")).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        assertThat(run("list", "--state", "TIRED")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("'TIRED' is no state");
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        assertThat(run("show", "17")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("17");
    }

    @Test
    void withoutATerminalNothingIsAskedAndWhatIsMissingIsSaid() {
        assertThat(run("--interactive")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("no terminal", "--session-id", "--output-dir");
    }

    @Test
    void aListWithoutALinkIsNothingToArchive() throws IOException {
        var list = Files.writeString(folder.resolve("list.txt"), "# nothing yet\n");
        assertThat(run("--from-file", list.toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("There is no link to a recording in " + list);
    }

    private int run(String... arguments) {
        return ArchiveMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
