package org.webinararchiver.platform.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** A finished file of a recording: where it is in the object store, and what it is. */
@Entity
public class Artifact {

    /** A file's name is unique within its recording. */
    @Embeddable
    public record Key(
            @Column(name = "recording_id") UUID recording,
            @Column(name = "name") String name) {}

    @EmbeddedId
    private Key key;

    private String objectKey;
    private long bytes;
    private String mediaType;
    private Long durationMillis;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private OffsetDateTime createdAt;

    protected Artifact() {}

    /** A video or a sound, which lasts for some time. */
    public Artifact(Key key, String objectKey, long bytes, String mediaType, Duration duration) {
        this(key, objectKey, bytes, mediaType);
        this.durationMillis = duration.toMillis();
    }

    /** What does not last: a text or a picture. */
    public Artifact(Key key, String objectKey, long bytes, String mediaType) {
        this.key = key;
        this.objectKey = objectKey;
        this.bytes = bytes;
        this.mediaType = mediaType;
    }

    public UUID recording() {
        return key.recording();
    }

    public String name() {
        return key.name();
    }

    public String objectKey() {
        return objectKey;
    }

    public long bytes() {
        return bytes;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How long it lasts; empty for what does not. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(durationMillis).map(Duration::ofMillis);
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }
}
