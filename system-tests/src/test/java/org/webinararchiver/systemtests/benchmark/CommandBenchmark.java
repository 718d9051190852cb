package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Applications;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.process.Program;

/**
 * Where the seconds go of {@code ./archive}, run by its script on a lecture of ten minutes: the first time, with an
 * empty data folder; on another lecture; and when all is done already.
 */
class CommandBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final int SECONDS = 600;
    private static final long MILLIS_BETWEEN_LOOKS = 20;
    private static final Duration TO_END = Duration.ofMinutes(5);

    private static final List<Meeting> MEETINGS = List.of(lecture("warming-up"), lecture("first"), lecture("second"));

    @TempDir
    static Path folder;

    private static Meeting lecture(String name) {
        return Meeting.named(name)
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(SECONDS), lasting(5)))
                .written();
    }

    @Test
    void tenMinutesInFilesOfFiveSecondsByCommand() throws Exception {
        var script = Applications.jar("standalone")
                .getParent()
                .resolve("../../../archive")
                .normalize();
        Files.writeString(script.resolveSibling("standalone/target/built"), "");
        try (var origin = Simulator.start(0, TestStudio.with(MEETINGS), MEETINGS)) {
            // The Java virtual machine writes down its classes in the first run that there ever was.
            run(script, "warming-up", origin.linkTo(MEETINGS.get(0)).toString());
            for (int round = 1; round <= 3; round++) {
                var data = "data-" + round;
                tell(round, "an empty folder", run(script, data, link(origin, 1)));
                tell(round, "another lecture", run(script, data, link(origin, 2)));
                tell(round, "archived already", run(script, data, link(origin, 2)));
            }
        }
    }

    private static String link(Simulator origin, int meeting) {
        return origin.linkTo(MEETINGS.get(meeting)).toString();
    }

    /** What the script's process took itself, and what ffmpeg and other programs took that it ran. */
    private record Taken(Duration time, Duration own, Duration children) {}

    private static Taken run(Path script, String data, String link) throws Exception {
        var start = System.nanoTime();
        var before = CpuTime.ofEndedChildren();
        var command = List.of(
                script.toString(),
                link,
                "--no-chat",
                "--data-dir",
                folder.resolve(data).toString(),
                "--output-dir",
                folder.resolve("finished-" + data).toString());
        var variables = Map.of("LC_ALL", "C.UTF-8", "ARCHIVER_ALLOW_PRIVATE_HOSTS", "127.0.0.1");
        try (var program =
                Program.start(command, variables, OUTPUTS.file("archive-output"), OUTPUTS.file("archive-errors"))) {
            var children = Duration.ZERO;
            while (program.isAlive()) {
                children = longer(children, CpuTime.ofChildren(program.pid()));
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
            assertThat(program.awaitEnd(TO_END)).as(program.errors()).isZero();
            var all = CpuTime.ofEndedChildren().minus(before);
            return new Taken(Duration.ofNanos(System.nanoTime() - start), all.minus(children), children);
        }
    }

    /** Nothing is known of a process that has ended. */
    private static Duration longer(Duration one, Duration other) {
        return other.compareTo(one) > 0 ? other : one;
    }

    private static void tell(int round, String what, Taken taken) {
        Figures.tell(
                "./archive, %s, round %d".formatted(what, round),
                "%.1f s, %.1f s of CPU itself, %.1f s of CPU in programs that it ran"
                        .formatted(
                                taken.time().toMillis() / 1e3,
                                taken.own().toMillis() / 1e3,
                                taken.children().toMillis() / 1e3));
    }
}
