package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.systemtests.process.Outputs;

/** Help and mistakes are answered before anything is started or made. */
@Timeout(60)
class UsageTest {
    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path home;

    private Archive archive;

    @BeforeEach
    void inAnEmptyHome() {
        archive = Archive.in(home, outputs)
                .with("HOME", home.toString())
                .with("XDG_DATA_HOME", home.resolve("share").toString());
    }

    @Test
    void helpIsAnsweredAndNothingIsMade() throws Exception {
        var help = archive.runPlainly("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).startsWith("Usage: ./archive URL...").contains("Exit codes:");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatIsNoLinkIsRefusedWithTheFormsThatAre() throws Exception {
        var refused = archive.run("https://example.org/video");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors()).contains("https://example.org/video", "my.mts-link.ru", "record-new");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void withoutALinkTheUserIsAskedForOne() throws Exception {
        var refused = archive.runPlainly();

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("Which recording?", "./archive demo");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aLengthThatIsNoneIsRefused() throws Exception {
        var refused = archive.run("https://my.mts-link.ru/j/12/34/record-new/56", "--max-duration", "-5");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("A file lasts more than no time");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void withoutATerminalNothingIsAsked() throws Exception {
        var refused = archive.runPlainly("--interactive");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("There is no terminal to ask at", "--session-id");
        assertThat(home).isEmptyDirectory();
    }
}
