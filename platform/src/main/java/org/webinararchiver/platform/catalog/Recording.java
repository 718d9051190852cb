package org.webinararchiver.platform.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
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
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.recording.RenditionOptions;

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

    /** Title and page in small letters, by which it is looked for. */
    private String sought;

    private Long durationMillis;
    private String manifestKey;
    private Long startMillis;
    private Long mostMillis;

    @Enumerated(EnumType.STRING)
    private Layout layout;

    @Enumerated(EnumType.STRING)
    private Quality quality;

    private boolean chat;
    private boolean hideSilent;
    private boolean strict;
    private boolean stems;
    private boolean held;
    private boolean sourcesDropped;
    private String trace;
    private String begunBy;
    private String failureReason;
    private String failureMessage;
    private String failureAdvice;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private OffsetDateTime createdAt;

    @Column(insertable = false, updatable = false)
    private OffsetDateTime finishedAt;

    protected Recording() {}

    /** Of which the usual file is wanted. */
    public Recording(UUID id, String owner, RecordingLink link) {
        this(id, owner, link, RenditionOptions.USUAL);
    }

    public Recording(UUID id, String owner, RecordingLink link, RenditionOptions options) {
        this.id = id;
        this.owner = owner;
        this.source = link.source();
        this.linkKey = link.key();
        this.page = link.page().toString();
        this.sought = soughtBy("");
        this.state = RecordingState.PENDING;
        want(options);
    }

    private String soughtBy(String knownTitle) {
        return (knownTitle + '\n' + page).toLowerCase(Locale.ROOT);
    }

    private void want(RenditionOptions options) {
        startMillis = options.start().map(Duration::toMillis).orElse(null);
        mostMillis = options.maxDuration().map(Duration::toMillis).orElse(null);
        layout = options.look().layout();
        quality = options.look().quality();
        chat = options.look().chat();
        hideSilent = options.look().hidesSilent();
        strict = options.strict();
        stems = options.stems();
    }

    /** The source has told what the recording consists of; its segments are being fetched from now on. */
    public void planned(Manifest manifest, String keyOfManifest) {
        mustBe(RecordingState.PENDING);
        state = RecordingState.DOWNLOADING;
        title = manifest.title();
        sought = soughtBy(title);
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
    public void processed(Outcome howWhole) {
        mustBe(RecordingState.PROCESSING);
        state = RecordingState.PROCESSED;
        outcome = howWhole;
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

    /** Another file is wanted of a recording that has come to its end; what was fetched of it is kept. */
    public void another(RenditionOptions options) {
        mustBe(
                RecordingState.PROCESSED,
                RecordingState.UPLOADED,
                RecordingState.SKIPPED,
                RecordingState.FAILED,
                RecordingState.CANCELLED);
        want(options);
        begin(RecordingState.PENDING);
    }

    /** A recording that failed or was cancelled begins again from the start, for example because a pass was given. */
    public void again() {
        goOnFrom(RecordingState.PENDING);
    }

    /** A recording that failed or was cancelled goes on from this step; what was done before it is kept. */
    public void goOnFrom(RecordingState step) {
        mustBe(RecordingState.FAILED, RecordingState.CANCELLED);
        begin(step);
    }

    /** Of what was fetched, something is gone from the store: it begins again, with what is left. */
    public void filesLost() {
        mustBe(RecordingState.DOWNLOADED, RecordingState.PROCESSING);
        begin(RecordingState.PENDING);
    }

    /** Nothing of it is removed until it is released. */
    public void hold() {
        held = true;
    }

    /** It may be removed again, by request or for its age. */
    public void release() {
        held = false;
    }

    /** Its source files were removed for their age. */
    public void sourcesDropped() {
        mustBe(RecordingState.PROCESSED, RecordingState.UPLOADED);
        sourcesDropped = true;
    }

    private void begin(RecordingState step) {
        state = step;
        sourcesDropped = false;
        outcome = null;
        failureReason = null;
        failureMessage = null;
        failureAdvice = null;
    }

    private void mustBe(RecordingState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new IllegalStateException("recording " + id + " is " + state + ", not " + Set.of(allowed));
        }
    }

    /** It was submitted in the middle of this, as W3C writes it; absent when nothing is traced. */
    public void submittedIn(Optional<String> present) {
        trace = present.orElse(null);
    }

    /**
     * Work on it was begun with this key or token; absent where it was none. It counts among those under way for that
     * one.
     */
    public void begunBy(Optional<String> actor) {
        begunBy = actor.orElse(null);
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

    /** What file is wanted of it. */
    public RenditionOptions options() {
        return new RenditionOptions(
                Optional.ofNullable(startMillis).map(Duration::ofMillis),
                Optional.ofNullable(mostMillis).map(Duration::ofMillis),
                new Look(layout, quality, chat, hideSilent),
                strict,
                stems);
    }

    /** Why it failed; present exactly when it is {@code FAILED}. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failureReason)
                .map(reason -> new Failure.OfRecording(reason, failureMessage, failureAdvice));
    }

    /** Whether nothing of it may be removed. */
    public boolean isHeld() {
        return held;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    /** When it had come to its end, whichever, as it was read; empty while it was under way. */
    public Optional<OffsetDateTime> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
