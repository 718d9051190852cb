package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.server.Spoilage;

/** A worker and an origin whose files are of no use although they come with a good status and their whole length. */
@WorkerTest
class DamagedFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LENGTH = 100_000;
    private static final Meeting DEMO = SampleMeetings.demo();
    private static final Take SPOILT = DEMO.takes().getFirst();

    @Inject
    RecordingBench recordings;

    @Inject
    ObjectStore store;

    @TempDir
    Path folder;

    private Simulator platform;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var file = SmallMp4.fastStart(new byte[LENGTH]);
        platform = Simulator.start(0, take -> Files.write(folder.resolve(take.file()), file), SampleMeetings.all());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aFileThatComesDamagedTwiceIsFetchedTheThirdTimeAndItsNeighboursOnce() throws IOException {
        platform.disturb(SPOILT, new Fault.Spoilt(2, Spoilage.CUT_OFF));
        var id = recordings.downloaded(platform.linkTo(DEMO));
        var segment = segmentOf(id, SPOILT);
        assertThat(segment.state()).isEqualTo(SegmentState.STORED);
        assertThat(segment.whyMissing()).isEmpty();
        assertThat(objectsOf(id, segment))
                .singleElement()
                .satisfies(object -> assertThat(object.size()).isGreaterThan(LENGTH));
        assertThat(platform.requests().count(SPOILT)).isEqualTo(3);
        assertThat(DEMO.takes().stream().filter(take -> !take.equals(SPOILT)))
                .allSatisfy(take -> assertThat(platform.requests().count(take)).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "CORRUPT, goes beyond the one that holds it",
        "EMPTY, it is empty",
        "WEB_PAGE, it is a web page",
        "ZEROS, nothing but zeros"
    })
    void aFileThatIsAlwaysUselessIsMissingAfterThreeLooks(Spoilage how, String why) {
        platform.disturb(SPOILT, Fault.Spoilt.forEver(how));
        var id = recordings.downloaded(platform.linkTo(DEMO));
        var segment = segmentOf(id, SPOILT);
        assertThat(segment.state()).isEqualTo(SegmentState.MISSING);
        assertThat(segment.whyMissing())
                .hasValueSatisfying(reason -> assertThat(reason).contains("came damaged: ", why));
        assertThat(objectsOf(id, segment)).isEmpty();
        assertThat(platform.requests().count(SPOILT)).isEqualTo(3);
    }

    @Test
    void ofAFileThatIsAlwaysCutOffOneVersionIsKeptAndToldToBeDamaged() {
        platform.disturb(SPOILT, Fault.Spoilt.forEver(Spoilage.CUT_OFF));
        var id = recordings.downloaded(platform.linkTo(DEMO));
        var segment = segmentOf(id, SPOILT);
        assertThat(segment.state()).isEqualTo(SegmentState.STORED);
        assertThat(segment.whyMissing())
                .hasValueSatisfying(reason -> assertThat(reason).contains("came damaged: the file ends at byte"));
        assertThat(objectsOf(id, segment))
                .extracting(StoredObject::key)
                .containsExactly(segment.objectKey().orElseThrow());
        assertThat(platform.requests().count(SPOILT)).isEqualTo(3);
    }

    @Test
    void whatIsKeptOfAFileStandsInWhenItIsNotThereAnyMore() {
        platform.disturb(SPOILT, new Fault.Spoilt(1, Spoilage.CUT_OFF));
        var id = recordings.submitted(platform.linkTo(DEMO));
        await().atMost(PATIENCE).until(() -> looksAt(id, SPOILT) == 1);
        platform.disturb(SPOILT, new Fault.Missing());
        recordings.awaitState(id, RecordingState.DOWNLOADED);
        assertThat(segmentOf(id, SPOILT))
                .returns(SegmentState.STORED, StoredSegment::state)
                .satisfies(segment -> assertThat(segment.whyMissing()).isPresent());
    }

    @Test
    void aRecordingOfWhichEveryFileIsUselessFails() {
        DEMO.takes().forEach(take -> platform.disturb(take, Fault.Spoilt.forEver(Spoilage.WEB_PAGE)));
        var id = recordings.submitted(platform.linkTo(DEMO));
        recordings.awaitState(id, RecordingState.FAILED);
        assertThat(recordings.reasonOf(id)).isEqualTo("nothing-fetched");
    }

    private int looksAt(UUID id, Take take) {
        return recordings.mediaOf(id, take).map(StoredSegment::looks).orElse(0);
    }

    private StoredSegment segmentOf(UUID id, Take take) {
        return recordings.mediaOf(id, take).orElseThrow();
    }

    private List<StoredObject> objectsOf(UUID id, StoredSegment segment) {
        return store.list("recordings/%s/segments/%s-"
                        .formatted(id, segment.segment().id()))
                .toList();
    }
}
