package org.webinararchiver.platform.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.generator.EventType;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;

/**
 * A link that somebody wants archived, and how far it has come. Its state changes only by the methods below, each of
 * which is one step of its life and refuses to be taken out of turn.
 */
@Entity
public class Recording {
    @Id
    private UUID id;

    private String owner;
    private String source;
    private String linkKey;
    private String page;

    @Enumerated(EnumType.STRING)
    private RecordingState state;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String title;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "started_at_offset")
    private OffsetDateTime startedAt;

    private Long durationMillis;
    private String manifestKey;
    private String artifactKey;
    private Long artifactBytes;
    private String failureReason;
    private String failureMessage;
    private String failureAdvice;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private OffsetDateTime createdAt;

    protected Recording() {}

    public Recording(UUID id, String owner, RecordingLink link) {
        this.id = id;
        this.owner = owner;
        this.source = link.source();
        this.linkKey = link.key();
        this.page = link.page().toString();
        this.state = RecordingState.PENDING;
    }

    /** The source has told what the recording consists of; its segments are being fetched from now on. */
    public void planned(Manifest manifest, String keyOfManifest) {
        mustBe(RecordingState.PENDING);
        state = RecordingState.DOWNLOADING;
        title = manifest.title();
        startedAt = manifest.startedAt().orElse(null);
        durationMillis = manifest.duration().toMillis();
        manifestKey = keyOfManifest;
    }

    /** Every segment is stored or known to be lost. */
    public void downloaded() {
        mustBe(RecordingState.DOWNLOADING);
        state = RecordingState.DOWNLOADED;
    }

    /** A worker has begun to compile. Taking up the work of a lost worker is no new step. */
    public void processing() {
        mustBe(RecordingState.DOWNLOADED, RecordingState.PROCESSING);
        state = RecordingState.PROCESSING;
    }

    /** The finished file is stored. */
    public void processed(String keyOfArtifact, long bytes, Duration duration, Outcome howWhole) {
        mustBe(RecordingState.PROCESSING);
        state = RecordingState.PROCESSED;
        outcome = howWhole;
        artifactKey = keyOfArtifact;
        artifactBytes = bytes;
        durationMillis = duration.toMillis();
    }

    /** It can not be archived, for this reason. */
    public void failed(Failure failure) {
        state = RecordingState.FAILED;
        failureReason = failure.reason();
        failureMessage = failure.message();
        failureAdvice = failure.advice();
    }

    /** Nobody wants it any more. A recording that has ended stays as it is. */
    public void cancelled() {
        if (!state.isFinal()) {
            state = RecordingState.CANCELLED;
        }
    }

    /** A recording that failed or was cancelled begins again from the start, for example because a pass was given. */
    public void again() {
        goOnFrom(RecordingState.PENDING);
    }

    /** A recording that failed or was cancelled goes on from this step; what was done before it is kept. */
    public void goOnFrom(RecordingState step) {
        mustBe(RecordingState.FAILED, RecordingState.CANCELLED);
        state = step;
        failureReason = null;
        failureMessage = null;
        failureAdvice = null;
    }

    private void mustBe(RecordingState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new IllegalStateException("recording " + id + " is " + state + ", not " + Set.of(allowed));
        }
    }

    public UUID id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public RecordingLink link() {
        return new RecordingLink(source, URI.create(page), linkKey);
    }

    public RecordingState state() {
        return state;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    public Optional<OffsetDateTime> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Duration> duration() {
        return Optional.ofNullable(durationMillis).map(Duration::ofMillis);
    }

    public Optional<String> manifestKey() {
        return Optional.ofNullable(manifestKey);
    }

    public Optional<Artifact> artifact() {
        return Optional.ofNullable(artifactKey).map(key -> new Artifact(key, artifactBytes));
    }

    /** Why it failed; present exactly when it is {@code FAILED}. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failureReason)
                .map(reason -> new Failure.OfRecording(reason, failureMessage, failureAdvice));
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }
}
