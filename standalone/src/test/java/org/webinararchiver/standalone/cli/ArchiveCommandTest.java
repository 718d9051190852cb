package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveCommandTest {
    private static final Path HELP_TEXTS = Path.of("src/main/help");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theHelpThatTheStartScriptPrintsIsTheCommandsOwn() throws IOException {
        run("--help");
        assertThat(out).hasToString(Files.readString(HELP_TEXTS.resolve("archive.txt")));
    }

    @Test
    void theDemosHelpThatTheStartScriptPrintsIsTheCommandsOwn() throws IOException {
        run("demo", "--help");
        assertThat(out).hasToString(Files.readString(HELP_TEXTS.resolve("demo.txt")));
    }

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
    void anUnknownOptionIsAMistakeOfUsage() {
        assertThat(run("--colour")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--colour");
    }

    private int run(String... arguments) {
        return ArchiveMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
