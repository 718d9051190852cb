package org.webinararchiver.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.media.ffmpeg.FfmpegSearch;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.OrganisationList;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.simulator.witness.Witness;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The simulator as a program of its own. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Serves recordings of webinars that never took place, with the links, metadata and files of MTS Link."
                    + " Every frame and every sound in them says where it belongs, so a finished file can"
                    + " be checked against the truth.%n"
        },
        footer = {
            "%nExamples:",
            "  Serve, and archive one of the links that are printed:",
            "    simulator --port 8090",
            "  Check what came of it:",
            "    simulator --check demo.mp4 --meeting demo",
            "  Be a platform on a bad day, the same one each time:",
            "    simulator --connections 5 --latency 80 --failing 5 --stalling 2 --seed 1",
            "%nExit codes: 0 all is well, 1 the file is not as it should be, 2 wrong usage or no ffmpeg."
        })
public final class SimulatorMain implements Callable<Integer> {
    private static final int DIFFERS = 1;
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "Where to listen; 0 takes any that is free. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--reachable-as",
            paramLabel = "HOST",
            description = "Serve other machines too, which know this one by that name; otherwise 127.0.0.1 alone.")
    private Optional<String> host;

    @Option(
            names = "--lectures",
            paramLabel = "COUNT",
            defaultValue = "0",
            description = "Serve so many short lectures besides, lecture-1 and so on.")
    private int lectures;

    @Option(
            names = "--media-cache",
            paramLabel = "FOLDER",
            defaultValue = "${sys:java.io.tmpdir}/webinar-simulator",
            description = "Where media are kept once they were made. Default: ${DEFAULT-VALUE}")
    private Path mediaCache;

    @Option(
            names = "--ffmpeg",
            paramLabel = "FILE",
            defaultValue = "${env:ARCHIVER_FFMPEG}",
            description = "The ffmpeg to use; otherwise the one on the PATH, or the one that comes along.")
    private Optional<Path> configuredFfmpeg;

    @Option(
            names = "--check",
            paramLabel = "FILE",
            description = "Do not serve, but compare this file with the meeting that it should be a recording of.")
    private Optional<Path> checked;

    @Option(names = "--meeting", paramLabel = "KEY", description = "The meeting to compare with, for example demo.")
    private Optional<String> meetingKey;

    @Option(
            names = "--every",
            paramLabel = "MILLISECONDS",
            defaultValue = "500",
            description = "How far apart the instants are that are compared. Default: ${DEFAULT-VALUE}")
    private int every;

    @Mixin
    private FaultOptions faults;

    /** Parses the arguments, runs, and ends the process with an exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SimulatorMain()).setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println(failure.getMessage());
            return UNUSABLE;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException, FfmpegNotFound {
        if (checked.isPresent()) {
            return check(checked.get(), meeting());
        }
        serve();
        return 0;
    }

    private int check(Path file, Meeting meeting) throws IOException, InterruptedException, FfmpegNotFound {
        try (var witness = Witness.of(ffmpeg(), file)) {
            var truth = meeting.truth();
            var report = witness.compare(truth, truth.instants(Duration.ofMillis(every)));
            out().println(report);
            return report.matches() ? 0 : DIFFERS;
        }
    }

    private Meeting meeting() {
        return SampleMeetings.all().stream()
                .filter(meeting -> Optional.of(meeting.key()).equals(meetingKey))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), "--check needs --meeting with one of: " + keys()));
    }

    private static String keys() {
        return SampleMeetings.all().stream().map(Meeting::key).collect(Collectors.joining(", "));
    }

    private void serve() throws IOException, InterruptedException, FfmpegNotFound {
        var meetings = Stream.concat(SampleMeetings.all().stream(), SampleMeetings.lectures(lectures).stream())
                .toList();
        var studio = new Studio(ffmpeg(), mediaCache);
        studio.prepare(meetings);
        try (var simulator = started(studio, meetings)) {
            faults.turnOn(simulator, meetings);
            print(simulator, meetings);
            new CountDownLatch(1).await();
        }
    }

    private Simulator started(Studio studio, List<Meeting> meetings) throws IOException, InterruptedException {
        return host.isPresent()
                ? Simulator.startForOthers(host.get(), port, studio, meetings)
                : Simulator.start(port, studio, meetings);
    }

    private void print(Simulator simulator, List<Meeting> meetings) {
        out().println("Serving at " + simulator.base() + " until it is stopped (Ctrl-C).");
        for (var meeting : meetings) {
            out().printf("%n%-20s %s%n  %s%n", meeting.key(), meeting.title(), simulator.linkTo(meeting));
            switch (meeting.access()) {
                case Access.Open open -> {}
                case Access.Closed closed ->
                    out().printf(
                                    "  opens with sessionId=%s or as%n  %s%n",
                                    closed.sessionId(), simulator.sharedLinkTo(meeting));
            }
        }
        out().printf(
                        "%nAll of them as an organisation's list%n  %s/records  with x-auth-token: %s%n",
                        simulator.organisationApi(), OrganisationList.TOKEN);
        out().flush();
    }

    private Ffmpeg ffmpeg() throws FfmpegNotFound, InterruptedException {
        return FfmpegSearch.find(
                configuredFfmpeg,
                FfmpegSearch.foldersOf(System.getenv("PATH")),
                new BundledFfmpeg(mediaCache.resolve("ffmpeg")));
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
