package org.webinararchiver.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.Simulator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What may go wrong with a simulator that serves; without any of these options nothing does. */
final class FaultOptions {
    private static final int UNAVAILABLE = 503;
    private static final int PERCENT = 100;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--connections",
            paramLabel = "COUNT",
            description = "Reset what one client address opens past so many connections, idle ones included.")
    private Integer connections;

    @Option(names = "--latency", paramLabel = "MILLISECONDS", description = "Begin every answer so much later.")
    private Integer latency;

    @Option(
            names = "--bandwidth",
            paramLabel = "BYTES",
            description = "Send each media file with so many bytes a second, 100 or more.")
    private Long bandwidth;

    @Option(
            names = "--failing",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Answer so many requests for media with 503, drawn by lot.")
    private int failing;

    @Option(
            names = "--stalling",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Let so many media files, drawn by lot, stop half way when they are first asked for, with the"
                    + " connection open.")
    private int stalling;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "What the lots depend on: the same number, the same faults. Default: ${DEFAULT-VALUE}")
    private long seed;

    /** @throws ParameterException when a value makes no sense */
    void turnOn(Simulator simulator, List<Meeting> meetings) {
        mustBePercent("--failing", failing);
        mustBePercent("--stalling", stalling);
        try {
            if (connections != null) {
                simulator.connections().limit(connections);
            }
            if (latency != null) {
                simulator.network().latency(Duration.ofMillis(latency));
            }
            if (bandwidth != null) {
                simulator.network().bandwidth(bandwidth);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
        var lots = new Random(seed);
        meetings.stream().flatMap(meeting -> meeting.takes().stream()).forEach(take -> draw(take, lots, simulator));
    }

    /** Two lots for each file, so that one percentage changes nothing about the other. */
    private void draw(Take take, Random lots, Simulator simulator) {
        boolean stalls = lots.nextInt(PERCENT) < stalling;
        long ownSeed = lots.nextLong();
        if (stalls) {
            simulator.disturb(take, new Fault.StallsFirst(1));
        } else if (failing > 0) {
            simulator.disturb(take, new Fault.AtRandom(ownSeed, (double) failing / PERCENT, UNAVAILABLE));
        }
    }

    private void mustBePercent(String option, int value) {
        if (value < 0 || value > PERCENT) {
            throw new ParameterException(command.commandLine(), option + " takes 0 to 100: " + value);
        }
    }
}
