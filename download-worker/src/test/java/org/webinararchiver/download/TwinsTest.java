package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.WantedFile.Kind;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.catalog.TwinStore;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.studio.Studio;

/** Twins are fetched where they are needed, before the recording counts as downloaded, and nowhere else. */
@WorkerTest
class TwinsTest {
    /** Anna's camera was on; of Boris, who only spoke, nobody says that he was seen. */
    private static final Meeting MEETING = Meeting.named("twins")
            .lecturer(
                    "Anna",
                    anna -> anna.camera(at(0), lasting(2))
                            .cameraInTwin(at(2), lasting(3), TwinSpec.USUAL.withEncryption()))
            .participant("Boris", boris -> boris.microphone(at(1), lasting(2)))
            .written();

    private static final Take BORIS = MEETING.takes().get(1);
    private static final Take IN_TWIN = MEETING.takes().getLast();

    @Inject
    RecordingBench recordings;

    @Inject
    TwinStore twins;

    @Inject
    ObjectStore store;

    @Inject
    TaskLedger ledger;

    @Inject
    Transactions transactions;

    private Studio studio;
    private Simulator platform;

    @BeforeEach
    void start() throws Exception {
        studio = TestStudio.open();
        platform = Simulator.start(0, studio, List.of(MEETING));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void thePictureIsFetchedOfTheTwinWhoseFileHasNone() throws Exception {
        var id = downloaded();

        var rows = byKind(id);
        assertThat(rows.get(Kind.MEDIA)).hasSize(3).allMatch(row -> row.state() == SegmentState.STORED);
        assertThat(rows.get(Kind.TWIN_PICTURE)).hasSize(1).allMatch(row -> row.state() == SegmentState.STORED);
        assertThat(rows).doesNotContainKey(Kind.TWIN);
        var runs = twins.get(rows.get(Kind.TWIN_PICTURE).getFirst().objectKey().orElseThrow());
        var part = TwinPart.of(IN_TWIN, TwinSpec.USUAL, TwinPart.Stream.PICTURE);
        assertThat(runs).hasSize(1);
        try (var bytes = store.get(runs.getFirst().objectKey())) {
            assertThat(bytes.readAllBytes()).isEqualTo(Files.readAllBytes(studio.of(part.getFirst())));
        }
        assertThat(transactions.call(() -> ledger.open(id, TaskKind.COMPILE))).isEqualTo(1);
        assertThat(platform.requests().countTwin(MEETING.takes().getFirst())).isZero();
        assertThat(platform.requests().countTwin(BORIS)).isZero();
    }

    @Test
    void pictureAndSoundAreFetchedOfTheTwinWhoseFileIsMissing() throws Exception {
        platform.disturb(IN_TWIN, new Fault.Missing());

        var rows = byKind(downloaded());

        assertThat(rows.get(Kind.TWIN)).hasSize(1).allMatch(row -> row.state() == SegmentState.STORED);
        assertThat(twins.get(rows.get(Kind.TWIN).getFirst().objectKey().orElseThrow()))
                .hasSize(2);
    }

    @Test
    void aTwinThatIsLostLeavesTheFileAsItIsAndSaysWhy() {
        platform.disturbTwin(IN_TWIN, new Fault.Missing());

        var rows = byKind(downloaded());

        assertThat(rows.get(Kind.MEDIA)).allMatch(row -> row.state() == SegmentState.STORED);
        assertThat(rows.get(Kind.TWIN_PICTURE)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(SegmentState.MISSING);
            assertThat(row.whyMissing())
                    .hasValueSatisfying(why -> assertThat(why).contains("404"));
        });
    }

    @Test
    void playlistsPiecesAndKeysAreAskedForAsByABrowserOnTheRecordingsPageAndWithoutCookies() {
        platform.refuseMediaToStrangers();

        var rows = byKind(downloaded());

        assertThat(rows.get(Kind.TWIN_PICTURE)).hasSize(1).allMatch(row -> row.state() == SegmentState.STORED);
        assertThat(platform.requests().latest())
                .filteredOn(request -> request.kind() == PathKind.PLAYLIST || request.kind() == PathKind.PIECE)
                .anyMatch(request -> request.path().endsWith("/key"))
                .allSatisfy(request -> {
                    assertThat(request.header("referer"))
                            .contains(platform.linkTo(MEETING).toString());
                    assertThat(request.header("cookie")).isEmpty();
                });
    }

    private UUID downloaded() {
        return recordings.downloaded(platform.linkTo(MEETING), Pass.of("sessionId", "abc"));
    }

    private Map<Kind, List<StoredSegment>> byKind(UUID id) {
        return recordings.segmentsOf(id).stream().collect(Collectors.groupingBy(StoredSegment::kind));
    }
}
