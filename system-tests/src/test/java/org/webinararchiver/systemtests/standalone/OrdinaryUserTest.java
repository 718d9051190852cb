package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.process.Applications;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.process.Signals;

/** Where the tests run as root, as they do in containers, the program still has to work for everybody else. */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class OrdinaryUserTest {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs");

    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    @Test
    void someoneWithoutPrivilegesRunsTheDemo() throws Exception {
        assumeTrue(canReadTheProgram(), "root can take on an account that may read the program and Java");
        openToEverybody(folder);

        var ended = Archive.in(folder, outputs)
                .under(AS_NOBODY)
                .with("HOME", folder.toString())
                .run("demo");

        assertThat(ended.exitCode()).isZero();
        FinishedFile.mustBe(SampleMeetings.demo(), ended.file());
    }

    private static boolean canReadTheProgram() throws InterruptedException {
        var command = new ArrayList<>(AS_NOBODY);
        command.addAll(List.of(
                "test",
                "-r",
                Applications.jar("standalone").toString(),
                "-a",
                "-x",
                Applications.java().toString()));
        return Signals.succeeds(command);
    }

    private static void openToEverybody(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
}
