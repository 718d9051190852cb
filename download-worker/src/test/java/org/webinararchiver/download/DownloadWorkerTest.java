package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.SeenRequest;
import org.webinararchiver.simulator.server.Simulator;

@WorkerTest
class DownloadWorkerTest {
    private static final Meeting DEMO = SampleMeetings.demo();

    @Inject
    RecordingBench recordings;

    @Inject
    Segments segments;

    @Inject
    ObjectStore store;

    @Inject
    TaskLedger ledger;

    @Inject
    Transactions transactions;

    @TempDir
    Path folder;

    private NoiseMedia media;
    private Simulator platform;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        media = new NoiseMedia(folder);
        platform = Simulator.start(0, media, SampleMeetings.all());
    }

    @AfterEach
    void stop() {
        media.release();
        platform.close();
    }

    @Test
    void aRecordingIsPlannedThenFetchedByteForByte() throws IOException {
        media.hold();
        var id = recordings.submitted(platform.linkTo(DEMO));
        recordings.awaitState(id, RecordingState.DOWNLOADING);
        assertThat(recordings.find(id).title()).contains(DEMO.title());
        assertThat(recordings.find(id).duration()).contains(DEMO.duration());
        assertThat(recordings.segmentsOf(id)).extracting(StoredSegment::state).containsOnly(SegmentState.WANTED);
        media.release();
        recordings.awaitState(id, RecordingState.DOWNLOADED);
        assertStored(id, DEMO.takes());
        assertThat(transactions.call(() -> segments.progress(id).bytes()))
                .isEqualTo(DEMO.takes().stream()
                        .mapToLong(take -> NoiseMedia.bytesOf(take).length)
                        .sum());
        assertThat(transactions.call(() -> ledger.open(id, TaskKind.COMPILE))).isEqualTo(1);
    }

    @Test
    void whatThePlatformAnsweredIsKeptBesideTheManifest() throws IOException {
        var id = recordings.downloaded(platform.linkTo(DEMO));
        var manifest = recordings.find(id).manifestKey().orElseThrow();
        var answer = manifest.replace(".json", ".answer-1.gz");
        assertThat(store.list("recordings/" + id + "/manifests/").map(StoredObject::key))
                .containsExactlyInAnyOrder(manifest, answer);
        try (var bytes = new GZIPInputStream(store.get(answer))) {
            assertThat(bytes.readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .startsWith("{\"name\":\"" + DEMO.title())
                    .endsWith("]}");
        }
    }

    @Test
    void slidesAndDecksAreFetchedWithTheMedia() {
        var id = recordings.downloaded(platform.linkTo(SampleMeetings.withSlides()));
        assertThat(recordings.segmentsOf(id))
                .allSatisfy(file -> assertThat(file.state()).isEqualTo(SegmentState.STORED));
        assertThat(recordings.segmentsOf(id).stream()
                        .collect(Collectors.groupingBy(StoredSegment::kind, Collectors.counting())))
                .isEqualTo(
                        Map.of(WantedFile.Kind.MEDIA, 1L, WantedFile.Kind.PICTURE, 3L, WantedFile.Kind.DOCUMENT, 2L));
    }

    @Test
    void aFileThatIsBusyTwiceIsFetchedTheThirdTimeAndItsNeighboursOnce() throws IOException {
        var busy = DEMO.takes().getFirst();
        platform.disturb(busy, new Fault.FailFirst(2, 503));
        var id = recordings.downloaded(platform.linkTo(DEMO));
        assertStored(id, DEMO.takes());
        assertThat(platform.requests().count(busy)).isEqualTo(3);
        assertThat(DEMO.takes().stream().filter(take -> !take.equals(busy)))
                .allSatisfy(take -> assertThat(platform.requests().count(take)).isEqualTo(1));
    }

    @Test
    void aFileThatIsGoneIsMissingAndTheOthersAreStored() throws IOException {
        var gone = DEMO.takes().get(3);
        platform.disturb(gone, new Fault.Missing());
        var id = recordings.downloaded(platform.linkTo(DEMO));
        var missing = recordings.mediaOf(id, gone).orElseThrow();
        assertThat(missing.state()).isEqualTo(SegmentState.MISSING);
        assertThat(missing.whyMissing())
                .hasValueSatisfying(why -> assertThat(why).contains("404"));
        assertThat(missing.objectKey()).isEmpty();
        assertThat(platform.requests().count(gone)).isEqualTo(1);
        assertStored(
                id, DEMO.takes().stream().filter(take -> !take.equals(gone)).toList());
    }

    @Test
    void aFileThatBreaksOffIsFetchedWhole() throws IOException {
        var breaking = DEMO.takes().getLast();
        platform.disturb(breaking, new Fault.TruncatedOnce());
        var id = recordings.downloaded(platform.linkTo(DEMO));
        assertStored(id, DEMO.takes());
        assertThat(platform.requests().count(breaking)).isEqualTo(2);
    }

    @Test
    void aRecordingOfWhichNothingIsLeftFails() {
        DEMO.takes().forEach(take -> platform.disturb(take, new Fault.Missing()));
        var id = recordings.submitted(platform.linkTo(DEMO));
        recordings.awaitState(id, RecordingState.FAILED);
        assertThat(recordings.reasonOf(id)).isEqualTo("nothing-fetched");
    }

    @Test
    void aPrivateRecordingWithoutASessionFails() {
        var id = recordings.submitted(platform.linkTo(SampleMeetings.privateMeeting()));
        recordings.awaitState(id, RecordingState.FAILED);
        assertThat(recordings.reasonOf(id)).isEqualTo("private");
        assertThat(platform.requests().count(PathKind.MEDIA)).isZero();
    }

    @Test
    void aSessionIdOpensAPrivateRecordingAndReachesItsMetadataAlone() throws IOException {
        var meeting = SampleMeetings.privateMeeting();
        var session = sessionIdOf(meeting);
        var id = recordings.submitted(platform.linkTo(meeting), Pass.of("sessionId", session));
        recordings.awaitState(id, RecordingState.DOWNLOADED);
        assertStored(id, meeting.takes());
        assertThat(requests(PathKind.METADATA))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.header("cookie")).contains("sessionId=" + session));
        assertThat(requests(PathKind.MEDIA))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.toString()).doesNotContain(session));
    }

    @Test
    void mediaAreAskedForAsByABrowserOnTheRecordingsPageAndWithoutCookies() {
        platform.refuseMediaToStrangers();
        var id = recordings.submitted(platform.linkTo(SampleMeetings.withSlides()), Pass.of("sessionId", "abc"));
        recordings.awaitState(id, RecordingState.DOWNLOADED);
        assertThat(recordings.segmentsOf(id)).extracting(StoredSegment::state).containsOnly(SegmentState.STORED);
        for (var kind : List.of(PathKind.MEDIA, PathKind.HANDOUT)) {
            assertThat(requests(kind)).isNotEmpty().allSatisfy(request -> {
                assertThat(request.header("referer"))
                        .contains(platform.linkTo(SampleMeetings.withSlides()).toString());
                assertThat(request.header("cookie")).isEmpty();
            });
        }
    }

    @Test
    void aFailedRecordingBeginsAgainWhenItsSessionIdIsGiven() throws IOException {
        var meeting = SampleMeetings.refusedInBody();
        var owner = UUID.randomUUID().toString();
        var link = platform.linkTo(meeting);
        var id = recordings.submitted(owner, link, Pass.NONE);
        recordings.awaitState(id, RecordingState.FAILED);
        recordings.submitted(owner, link, Pass.of("sessionId", sessionIdOf(meeting)));
        recordings.awaitState(id, RecordingState.DOWNLOADED);
        assertStored(id, meeting.takes());
    }

    @Test
    void aRecordingInWhichNothingHappenedFails() {
        var id = recordings.submitted(platform.linkTo(SampleMeetings.empty()));
        recordings.awaitState(id, RecordingState.FAILED);
        assertThat(recordings.reasonOf(id)).isEqualTo("empty");
    }

    @Test
    void aRecordingAtAnAddressThatIsNotAllowedFailsAtOnce() {
        var notAllowed = platform.linkTo(DEMO).toString().replace("127.0.0.1", "127.0.0.2");
        var id = recordings.submitted(URI.create(notAllowed));
        recordings.awaitState(id, RecordingState.FAILED);
        assertThat(recordings.reasonOf(id)).isEqualTo("forbidden-address");
        assertThat(platform.requests().latest()).isEmpty();
    }

    private void assertStored(UUID id, List<Take> takes) throws IOException {
        for (var take : takes) {
            var file = recordings.mediaOf(id, take).orElseThrow();
            assertThat(file.state()).isEqualTo(SegmentState.STORED);
            try (var bytes = store.get(file.objectKey().orElseThrow())) {
                assertThat(bytes.readAllBytes()).isEqualTo(NoiseMedia.bytesOf(take));
            }
        }
    }

    private List<SeenRequest> requests(PathKind kind) {
        return platform.requests().latest().stream()
                .filter(request -> request.kind() == kind)
                .toList();
    }

    private static String sessionIdOf(Meeting meeting) {
        return switch (meeting.access()) {
            case Access.Closed closed -> closed.sessionId();
            case Access.Open open -> throw new IllegalArgumentException("nobody needs a session for " + meeting.key());
        };
    }
}
