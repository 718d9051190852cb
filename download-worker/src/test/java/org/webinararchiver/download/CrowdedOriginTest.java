package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;

/** A worker and an origin that resets connections past a few. */
@WorkerTest
class CrowdedOriginTest {
    private static final int START = 4;
    private static final int MOST = 8;
    private static final Meeting SIXTY_FILES = Meeting.named("sixty-files")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(300), lasting(5)))
            .written();

    @Inject
    RecordingBench recordings;

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
        assertThat(statesOfDownloaded()).hasSize(60).containsOnly(SegmentState.STORED);
        assertThat(platform.connections().resets()).isBetween(1L, 6L);
        assertThat(platform.connections().mostAtOnce()).isLessThanOrEqualTo(START);
    }

    @Test
    void anOriginThatBearsAllIsNeverAskedOverMoreThanTheMost() {
        assertThat(statesOfDownloaded()).hasSize(60).containsOnly(SegmentState.STORED);
        assertThat(platform.connections().resets()).isZero();
        assertThat(platform.connections().mostAtOnce()).isBetween(2, MOST);
    }

    private List<SegmentState> statesOfDownloaded() {
        var id = recordings.downloaded(platform.linkTo(SIXTY_FILES));
        return recordings.segmentsOf(id).stream().map(StoredSegment::state).toList();
    }
}
