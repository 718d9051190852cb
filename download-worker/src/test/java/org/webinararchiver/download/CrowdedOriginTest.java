package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.sources.Sources;

/** A worker and an origin that resets connections past a few. */
@WorkerTest
class CrowdedOriginTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int START = 4;
    private static final int MOST = 8;
    private static final Meeting SIXTY_FILES = Meeting.named("sixty-files")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(300), lasting(5)))
            .written();

    @Inject
    Intake intake;

    @Inject
    Sources sources;

    @Inject
    Recordings recordings;

    @Inject
    Segments segments;

    @Inject
    Transactions transactions;

    @TempDir
    Path folder;

    private Simulator platform;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        platform = Simulator.start(0, new NoiseMedia(folder), List.of(SIXTY_FILES));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void fromAnOriginThatBearsTwoConnectionsAllIsStoredAfterAFewResets() {
        platform.connections().limit(2);
        assertThat(statesOf(downloaded())).hasSize(60).containsOnly(SegmentState.STORED);
        assertThat(platform.connections().resets()).isBetween(1L, 6L);
        assertThat(platform.connections().mostAtOnce()).isLessThanOrEqualTo(START);
    }

    @Test
    void anOriginThatBearsAllIsNeverAskedOverMoreThanTheMost() {
        assertThat(statesOf(downloaded())).hasSize(60).containsOnly(SegmentState.STORED);
        assertThat(platform.connections().resets()).isZero();
        assertThat(platform.connections().mostAtOnce()).isBetween(2, MOST);
    }

    private UUID downloaded() {
        var link = sources.recognise(platform.linkTo(SIXTY_FILES).toString()).orElseThrow();
        var id = intake.submit(UUID.randomUUID().toString(), link).id();
        await().atMost(PATIENCE).until(() -> stateOf(id), RecordingState.DOWNLOADED::equals);
        return id;
    }

    private RecordingState stateOf(UUID id) {
        return transactions.call(() -> recordings.findById(id).state());
    }

    private List<SegmentState> statesOf(UUID id) {
        return transactions.call(() ->
                segments.ofRecording(id).stream().map(StoredSegment::state).toList());
    }
}
