package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.systemtests.process.Applications;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.standalone.Archive.Ended;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "does not run POSIX scripts")
@Timeout(60)
class InstallTest {
    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    private Ended run(Path program, String... arguments) throws Exception {
        return Archive.in(folder, outputs)
                .startedBy(List.of(program.toString()))
                .with("JAVA_HOME", System.getProperty("java.home"))
                .runPlainly(arguments);
    }

    private Ended install(String... more) throws Exception {
        var arguments = Stream.concat(Stream.of("--prefix", prefix().toString()), Arrays.stream(more));
        return run(Applications.root().resolve("install.sh"), arguments.toArray(String[]::new));
    }

    private Path prefix() {
        return folder.resolve("a prefix");
    }

    private Path installed() {
        return prefix().resolve("bin/archive");
    }

    @Test
    void theCommandIsPutOnThePathAndTakenAwayAgain() throws Exception {
        var told = install();
        assertThat(told.exitCode()).isZero();
        assertThat(told.output()).contains(installed().toString(), "is not on your path yet", "export PATH=");

        assertThat(run(installed(), "clean", "--help").output()).contains("Usage: ./archive clean");

        assertThat(install("--uninstall").exitCode()).isZero();
        assertThat(installed()).doesNotExist();
        assertThat(install("--uninstall").exitCode()).isEqualTo(1);
    }

    @Test
    void anotherProgramOfThatNameIsLeftAlone() throws Exception {
        Files.createDirectories(installed().getParent());
        Files.writeString(installed(), "mine");
        assertThat(install().exitCode()).isEqualTo(1);
        assertThat(install("--uninstall").exitCode()).isEqualTo(1);
        assertThat(installed()).hasContent("mine");
    }
}
