package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;

/** The script that users start: it finds a JDK, builds when there is something to build, and sets the stage. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "does not run POSIX scripts")
@Timeout(300)
class ArchiveScriptTest {
    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    private Archive scriptOf(ScriptCopy copy) {
        return Archive.in(folder, outputs).startedBy(copy.command());
    }

    private static String path(Path first) {
        return first + File.pathSeparator + System.getenv("PATH");
    }

    @Test
    void helpNeedsNeitherABuildNorAJdk() throws Exception {
        var copy = ScriptCopy.unbuilt(folder.resolve("copy"));
        var old = FakeJdk.tooOld(folder.resolve("old"));
        var script = scriptOf(copy).with("JAVA_HOME", old.toString()).with("PATH", path(old.resolve("bin")));

        var help = script.runPlainly("--help");
        var demoHelp = script.runPlainly("demo", "-h");
        var serveHelp = script.runPlainly("serve", "--port", "80", "--help");
        var otherHelp = script.runPlainly("../../../../pom", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).startsWith("Usage: ./archive URL...");
        assertThat(demoHelp.exitCode()).isZero();
        assertThat(demoHelp.output()).contains("Usage: ./archive demo").isNotEqualTo(help.output());
        assertThat(serveHelp.output()).contains("Usage: ./archive serve");
        assertThat(otherHelp.output()).isEqualTo(help.output());
        assertThat(copy.folder().resolve("target")).doesNotExist();
        assertThat(copy.folder().resolve("standalone/target")).doesNotExist();
    }

    @Test
    void aJdkThatIsTooOldIsPassedOverForOneThatIsInstalledElsewhere() throws Exception {
        var old = FakeJdk.tooOld(folder.resolve("old"));
        FakeJdk.current(folder.resolve("sdkman/candidates/java/current"));

        try (var copy = ScriptCopy.built(folder.resolve("copy"))) {
            var refused = scriptOf(copy)
                    .with("JAVA_HOME", old.toString())
                    .with("PATH", path(old.resolve("bin")))
                    .with("SDKMAN_DIR", folder.resolve("sdkman").toString())
                    .runPlainly("not-a-link");

            assertThat(refused.errors())
                    .contains("not a link to a recording: not-a-link")
                    .doesNotContain("too old");
            assertThat(refused.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void fileNamesAreInTheLanguageOfTheWebinarWhateverTheLocale() throws Exception {
        var meeting = SampleMeetings.withGap();
        var studio = TestStudio.with(List.of(meeting));
        try (var simulator = Simulator.start(0, studio, List.of(meeting));
                var copy = ScriptCopy.built(folder.resolve("copy"))) {
            var ended = scriptOf(copy)
                    .allowingThisMachine()
                    .with("LC_ALL", "C")
                    .with("JAVA_HOME", System.getProperty("java.home"))
                    .run(simulator.linkTo(meeting).toString());

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.output())
                    .contains("/Лекция с перерывом_2026-03-17_11_00_00/")
                    .endsWith(".mp4\n");
            assertThat(ended.errors()).contains("Лекция с перерывом");
            FinishedFile.mustBe(meeting, copied(ended.output().strip()));
        }
    }

    /** By a program that takes names as they are: these tests may run in a locale that knows no such letters. */
    private Path copied(String file) throws Exception {
        var list = Files.writeString(folder.resolve("list"), file);
        var copy = folder.resolve("copied.mp4");
        var command = List.of("sh", "-c", "cp \"$(cat \"$1\")\" \"$2\"", "sh", list.toString(), copy.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return copy;
    }
}
