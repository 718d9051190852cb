package org.webinararchiver.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.MediaFiles;
import org.webinararchiver.simulator.server.Simulator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class FaultOptionsTest {
    private static final Meeting MEETING = SampleMeetings.demo();
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(0, MediaFiles.none(), List.of(MEETING));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Command
    private static final class Served {
        @Mixin
        private FaultOptions faults;
    }

    @Test
    void withoutOptionsNothingGoesWrong() throws Exception {
        turnOn();
        assertThat(statuses()).hasSize(8).containsOnly(NOT_FOUND);
    }

    @Test
    void ofAllRequestsAllFail() throws Exception {
        turnOn("--failing", "100");
        assertThat(statuses()).containsOnly(UNAVAILABLE);
        assertThat(simulator.disturbed(MEETING.takes().getFirst())).isEqualTo(1);
    }

    @Test
    void theSameSeedMeansTheSameFaults() throws Exception {
        turnOn("--failing", "50", "--seed", "5");
        var first = statuses();
        turnOn("--failing", "50", "--seed", "5");
        assertThat(statuses()).isEqualTo(first).contains(NOT_FOUND, UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--failing=101",
                "--failing=-1",
                "--stalling=101",
                "--connections=0",
                "--bandwidth=1",
                "--latency=-1"
            })
    void whatMakesNoSenseIsRefusedInWords(String option) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> turnOn(option))
                .withMessageMatching(".*-?\\d.*");
    }

    private void turnOn(String... arguments) {
        var served = new Served();
        new CommandLine(served).parseArgs(arguments);
        served.faults.turnOn(simulator, List.of(MEETING));
    }

    private List<Integer> statuses() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var statuses = new ArrayList<Integer>();
            for (var take : MEETING.takes()) {
                var request =
                        HttpRequest.newBuilder(simulator.fileOf(MEETING, take)).build();
                statuses.add(client.send(request, BodyHandlers.discarding()).statusCode());
            }
            return statuses;
        }
    }
}
