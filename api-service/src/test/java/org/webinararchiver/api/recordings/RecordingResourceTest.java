package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.Gap;
import org.webinararchiver.platform.catalog.Gaps;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.sources.Sources;

@ApiTest
class RecordingResourceTest {
    private static final int VIDEO_BYTES = 3_000_000;

    @Inject
    Sources sources;

    @Inject
    Intake intake;

    @Inject
    Pipeline pipeline;

    @Inject
    Recordings recordings;

    @Inject
    Segments segments;

    @Inject
    Gaps gaps;

    @Inject
    Artifacts artifacts;

    @Inject
    ObjectStore store;

    @Inject
    Transactions transactions;

    private UUID id;

    @BeforeEach
    void submit() {
        id = intake.submit("local", sources.recognise(Samples.link()).orElseThrow())
                .id();
    }

    @Test
    void aRecordingUnderWayTellsHowFarItIs() {
        change(recording -> {
            pipeline.planned(recording, Samples.manifest(), "manifest");
            var fetched = Samples.manifest().segments().getFirst();
            segments.findById(new StoredSegment.Key(id, fetched.id())).stored("key", 1234);
        });
        show().statusCode(200)
                .body("state", equalTo("DOWNLOADING"))
                .body("title", equalTo("Algebra"))
                .body("startedAt", equalTo("2026-01-28T17:06:28+03:00"))
                .body("duration", equalTo("PT10S"))
                .body("progress.segments", equalTo(2))
                .body("progress.stored", equalTo(1))
                .body("progress.missing", equalTo(0))
                .body("progress.bytes", equalTo(1234))
                .body("progress.compiled", equalTo(0f))
                .body("failure", nullValue())
                .body("video", nullValue());
    }

    @Test
    void aFailedRecordingTellsWhatCanBeDone() {
        change(recording -> recording.failed(new Failure.OfRecording("private", "It is private.", "Log in.")));
        show().statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("failure.reason", equalTo("private"))
                .body("failure.message", equalTo("It is private."))
                .body("failure.advice", equalTo("Log in."));
    }

    @Test
    void aFinishedRecordingShowsItsGapsAndGivesItsVideo() throws IOException {
        var video = new byte[VIDEO_BYTES];
        new Random(7).nextBytes(video);
        finish(video);
        show().statusCode(200)
                .body("state", equalTo("PROCESSED"))
                .body("outcome", equalTo("COMPLETE_WITH_GAPS"))
                .body("progress.compiled", equalTo(1f))
                .body("gaps.kind", contains("MEDIA", "SLIDE", "DOCUMENT"))
                .body("gaps[0].participant", equalTo("Anna"))
                .body("gaps[0].from", equalTo("PT5S"))
                .body("gaps[0].to", equalTo("PT7.5S"))
                .body("gaps[1].name", equalTo("Deck 1, 3"))
                .body("gaps[1].from", equalTo("PT6S"))
                .body("gaps[2].name", equalTo("Deck 1"))
                .body("gaps[2].from", nullValue())
                .body("gaps[2].reason", equalTo("The deck is gone."))
                .body("video", equalTo(videoPath(id)));
        var answer = given().get(videoPath(id)).then().statusCode(200).extract();
        assertThat(answer.contentType()).isEqualTo("video/mp4");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(VIDEO_BYTES));
        assertThat(answer.asByteArray()).isEqualTo(video);
        var head = given().head(videoPath(id)).then().statusCode(200).extract();
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(VIDEO_BYTES));
    }

    @Test
    void aVideoThatIsNotFinishedIsNotFound() {
        notFound(given().get(videoPath(id)).then());
        notFound(given().accept("video/mp4").get(videoPath(id)).then());
    }

    @Test
    void aVideoWhoseBytesAreGoneIsNotHalfAnAnswer() throws IOException {
        finish(new byte[10]);
        store.delete("recordings/" + id + "/video.mp4");
        notFound(given().get(videoPath(id)).then());
    }

    @Test
    void aRecordingThatNobodySubmittedIsNotFound() {
        notFound(given().get("/api/v1/recordings/" + UUID.randomUUID()).then());
        notFound(given().get(videoPath(UUID.randomUUID())).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "no-id", "0190f3a2-0000-0000-0000-00000000000g", "%00", "..%2F..%2Fetc"})
    void whatIsNoIdIsNotFound(String text) {
        notFound(given().urlEncodingEnabled(false)
                .get("/api/v1/recordings/" + text)
                .then());
    }

    private void finish(byte[] video) throws IOException {
        var key = "recordings/" + id + "/video.mp4";
        store.put(key, new ByteArrayInputStream(video), video.length);
        change(recording -> {
            recording.planned(Samples.manifest(), "manifest");
            recording.downloaded();
            recording.processing();
            artifacts.put(new Artifact(
                    new Artifact.Key(id, "video.mp4"), key, video.length, "video/mp4", Duration.ofSeconds(10)));
            recording.processed(Outcome.COMPLETE_WITH_GAPS);
            gaps.persist(Gap.ofMedia(
                    new Gap.Key(id, 0),
                    Optional.of("Anna"),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(7500),
                    "The file is gone."));
            gaps.persist(Gap.ofSlide(
                    new Gap.Key(id, 1),
                    Optional.of("Deck 1, 3"),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(8),
                    "The slide is gone."));
            gaps.persist(Gap.ofDocument(new Gap.Key(id, 2), "Deck 1", "The deck is gone."));
        });
    }

    private void change(Consumer<Recording> step) {
        transactions.run(() -> step.accept(recordings.locked(id)));
    }

    private ValidatableResponse show() {
        return given().get("/api/v1/recordings/" + id).then();
    }

    private static String videoPath(UUID recording) {
        return "/api/v1/recordings/" + recording + "/artifacts/video.mp4";
    }

    private static void notFound(ValidatableResponse answer) {
        answer.statusCode(404)
                .contentType(containsString("application/problem+json"))
                .body("type", endsWith("not-found"))
                .body("status", equalTo(404));
    }
}
