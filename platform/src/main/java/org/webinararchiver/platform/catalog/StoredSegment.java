package org.webinararchiver.platform.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.WantedFile;

/** A file of a recording and what has become of it. */
@Entity
@Table(name = "segment")
public class StoredSegment {

    /** A segment's id is unique within its recording. */
    @Embeddable
    public record Key(
            @Column(name = "recording_id") UUID recording,
            @Column(name = "id") String segment) {}

    @EmbeddedId
    private Key key;

    private String url;
    private UUID taskId;

    @Enumerated(EnumType.STRING)
    private WantedFile.Kind kind;

    @Enumerated(EnumType.STRING)
    private SegmentState state;

    private String objectKey;
    private Long bytes;
    private String failureReason;
    private String failureMessage;

    protected StoredSegment() {}

    /** A file that is yet to be fetched, by this task. */
    public StoredSegment(UUID recording, WantedFile file, UUID task) {
        this.key = new Key(recording, file.segment().id());
        this.url = file.segment().url().toString();
        this.kind = file.kind();
        this.taskId = task;
        this.state = SegmentState.WANTED;
    }

    public void stored(String keyOfObject, long length) {
        state = SegmentState.STORED;
        objectKey = keyOfObject;
        bytes = length;
        failureReason = null;
        failureMessage = null;
    }

    public void missing(Failure failure) {
        state = SegmentState.MISSING;
        failureReason = failure.reason();
        failureMessage = failure.message();
    }

    public Segment segment() {
        return new Segment(key.segment(), URI.create(url));
    }

    public WantedFile.Kind kind() {
        return kind;
    }

    public WantedFile wantedFile() {
        return new WantedFile(segment(), kind);
    }

    public SegmentState state() {
        return state;
    }

    public Optional<String> objectKey() {
        return Optional.ofNullable(objectKey);
    }

    /** Why it is missing, in words; empty unless it is. */
    public Optional<String> whyMissing() {
        return Optional.ofNullable(failureMessage);
    }
}
