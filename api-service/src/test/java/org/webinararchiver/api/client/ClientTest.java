package org.webinararchiver.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.Samples;
import org.webinararchiver.client.Options;
import org.webinararchiver.client.Outcome;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.RecordingState;
import org.webinararchiver.client.Search;
import org.webinararchiver.client.Submission;
import org.webinararchiver.client.Timeline;
import org.webinararchiver.client.WebinarArchiverClient;

/** The client for Java programs speaks as the service does. */
@ApiTest
@Timeout(60)
class ClientTest {
    @TestHTTPResource
    URI service;

    @Inject
    Life life;

    @TempDir
    Path folder;

    private WebinarArchiverClient client;

    @BeforeEach
    void connect() {
        client = WebinarArchiverClient.at(service);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void whatIsWantedOfALinkIsUnderstood() {
        var options =
                new Options(Duration.ofMinutes(10), Duration.ofMinutes(5), "gallery", "720p", false, true, true, true);

        var submitted = client.submit(
                Submission.of(Samples.link()).withSessionId("secret").with(options));

        assertThat(submitted.state()).isEqualTo(RecordingState.PENDING);
        assertThat(client.show(submitted.id()).options()).isEqualTo(options);
    }

    @Test
    void underOneKeyALinkIsSubmittedOnce() {
        var submission = Submission.of(Samples.link());
        var key = UUID.randomUUID().toString();
        assertThat(client.submit(submission, key).id())
                .isEqualTo(client.submit(submission, key).id());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.submit(Submission.of(Samples.link()), key))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void aRefusalHasItsReasonAndAdvice() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.submit(Submission.of("https://example.org")))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.reason()).isEqualTo("not-a-recording-link");
                    assertThat(problem.advice()).contains("record-new");
                });
    }

    @Test
    void ofABatchEachLinkIsAcceptedOrRefused() {
        var batch = client.submitAll(List.of(Submission.of(Samples.link()), Submission.of("nothing")));
        assertThat(batch.accepted())
                .singleElement()
                .satisfies(each -> assertThat(each.position()).isEqualTo(1));
        assertThat(batch.refused())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).isEqualTo("not-a-recording-link"));
    }

    @Test
    void aTimelineIsReadAsTheServiceTellsIt() throws IOException {
        var id = client.submit(Submission.of(Samples.link())).id();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.timeline(id))
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo("no-timeline-yet"));

        life.planned(id, Samples.lesson("Anna"));

        var timeline = client.timeline(id);
        assertThat(timeline.duration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(timeline.scenes())
                .extracting(scene -> scene.stage().kind())
                .containsSequence(Timeline.Looked.CAMERA, Timeline.Looked.SLIDE, Timeline.Looked.CAMERA);
        assertThat(timeline.tracks()).extracting(Timeline.Track::person).containsExactly("Anna", "Anna", "Boris");
        assertThat(timeline.messages()).extracting(Timeline.Message::text).containsExactly("Good morning!");
    }

    @Test
    void theListHasAllOfThem() {
        var id = client.submit(Submission.of(Samples.link())).id();
        client.cancel(id);
        assertThat(client.list(Search.in(RecordingState.CANCELLED)))
                .anyMatch(each -> each.id().equals(id));
        assertThat(client.list(Search.in(RecordingState.PENDING)))
                .noneMatch(each -> each.id().equals(id));
    }

    @Test
    void workIsPausedResumedCancelledTakenUpAndRemoved() {
        var id = client.submit(Submission.of(Samples.link())).id();
        assertThat(client.pause(id).paused()).isTrue();
        assertThat(client.resume(id).paused()).isFalse();
        assertThat(client.cancel(id).state()).isEqualTo(RecordingState.CANCELLED);
        assertThat(client.retry(id).state()).isEqualTo(RecordingState.PENDING);
        client.delete(id);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.show(id))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void aRecordingIsFollowedToItsEndAndItsFileFetched() throws IOException {
        var film = new byte[200_000];
        new Random(7).nextBytes(film);
        var id = client.submit(Submission.of(Samples.link())).id();
        var heard = new ArrayList<RecordingState>();

        var ended = client.follow(id, recording -> {
            heard.add(recording.state());
            if (heard.size() == 1) {
                finish(id, film);
            }
        });

        assertThat(heard).startsWith(RecordingState.PENDING).endsWith(RecordingState.PROCESSED);
        assertThat(ended.outcome()).isEqualTo(Outcome.COMPLETE);
        var file = client.download(ended.artifact("video.mp4").orElseThrow(), folder.resolve("video.mp4"));
        assertThat(file).hasBinaryContent(film);
    }

    private void finish(UUID id, byte[] film) {
        try {
            life.finished(id, film);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
