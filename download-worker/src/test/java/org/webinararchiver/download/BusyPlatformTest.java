package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.MediaFiles;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;

/** A platform that wants to be left alone when it is asked what a recording consists of. */
@WorkerTest
class BusyPlatformTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REST = 90;
    private static final Meeting BUSY = SampleMeetings.demo();
    private static final Meeting OTHER = SampleMeetings.withSlides();

    @Inject
    RecordingBench recordings;

    @Inject
    EntityManager database;

    @Inject
    Transactions transactions;

    private Simulator platform;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        platform = Simulator.start(0, MediaFiles.none(), SampleMeetings.all());
        platform.disturb(BUSY, new Fault.BusyFirst(1, REST));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void itRestsForAllRecordingsOfAllWorkers() {
        var busy = recordings.submitted(platform.linkTo(BUSY));
        await().atMost(PATIENCE).until(() -> secondsUntilPlanned(busy) > REST / 2);
        assertThat(attempts(busy)).isOne();
        var other = recordings.submitted(platform.linkTo(OTHER));
        await().atMost(PATIENCE).until(() -> secondsUntilPlanned(other) > REST / 2);
        assertThat(attempts(other)).isZero();
        assertThat(platform.requests().count(PathKind.METADATA)).isOne();
        assertThat(secondsOfRest(platform.base())).isGreaterThan(REST / 2);
    }

    private int secondsUntilPlanned(UUID recording) {
        return number(
                "select extract(epoch from due_at - clock_timestamp())::int from task where recording_id = ?1",
                recording);
    }

    private int attempts(UUID recording) {
        return number("select attempts from task where recording_id = ?1", recording);
    }

    private int secondsOfRest(URI origin) {
        return number(
                "select extract(epoch from not_before - clock_timestamp())::int from connection_budget where host = ?1",
                origin.getRawAuthority());
    }

    private int number(String query, Object parameter) {
        return transactions.call(() -> ((Number) database.createNativeQuery(query)
                        .setParameter(1, parameter)
                        .getSingleResult())
                .intValue());
    }
}
