package org.webinararchiver.platform.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    private String twin;
    private boolean pictured;
    private UUID taskId;

    @Enumerated(EnumType.STRING)
    private WantedFile.Kind kind;

    @Enumerated(EnumType.STRING)
    private SegmentState state;

    private String objectKey;
    private Long bytes;
    private int looks;
    private String keptKey;
    private Long keptBytes;
    private String failureReason;
    private String failureMessage;

    protected StoredSegment() {}

    /** A file that is yet to be fetched, by this task. */
    public StoredSegment(UUID recording, WantedFile file, UUID task) {
        this.key = new Key(recording, file.segment().id());
        this.url = file.segment().url().toString();
        this.twin = file.segment().twin().map(URI::toString).orElse(null);
        this.pictured = file.pictured();
        this.kind = file.kind();
        this.taskId = task;
        this.state = SegmentState.WANTED;
    }

    public void stored(String keyOfObject, long length) {
        state = SegmentState.STORED;
        objectKey = keyOfObject;
        bytes = length;
        keepNothing();
        failureReason = null;
        failureMessage = null;
    }

    /** It came, but damaged, and stays wanted. */
    public void cameDamaged() {
        looks++;
    }

    /** Something can be made of what came damaged, so it is kept until a better one comes: the longest is best. */
    public void keep(String keyOfObject, long length, Failure damage) {
        if (keptKey == null || length > keptBytes) {
            keptKey = keyOfObject;
            keptBytes = length;
            failureReason = damage.reason();
            failureMessage = damage.message();
        }
    }

    private void keepNothing() {
        keptKey = null;
        keptBytes = null;
    }

    /** It can not be had, or not better than what was kept of it. */
    public void missing(Failure failure) {
        if (keptKey == null) {
            state = SegmentState.MISSING;
            failureReason = failure.reason();
            failureMessage = failure.message();
        } else {
            state = SegmentState.STORED;
            objectKey = keptKey;
            bytes = keptBytes;
            keepNothing();
        }
    }

    /** Its object is removed for its age, or was lost; answers which it was, and whichever was kept beside it. */
    public List<String> drop() {
        if (state != SegmentState.STORED) {
            throw new IllegalStateException("segment " + key + " is " + state + ", so there is nothing to drop");
        }
        var objects = Stream.of(objectKey, keptKey).filter(Objects::nonNull).toList();
        state = SegmentState.DROPPED;
        objectKey = null;
        bytes = null;
        keepNothing();
        return objects;
    }

    /** This task is to fetch what another one was to. How often it came damaged still counts. */
    public void wantedBy(UUID task, URI address) {
        taskId = task;
        url = address.toString();
    }

    public Segment segment() {
        return new Segment(
                key.segment(), URI.create(url), Optional.ofNullable(twin).map(URI::create));
    }

    public WantedFile.Kind kind() {
        return kind;
    }

    public WantedFile wantedFile() {
        return new WantedFile(segment(), kind, pictured);
    }

    /** Whether it is of somebody or something that the source says was seen at some time. */
    public boolean isPictured() {
        return pictured;
    }

    public SegmentState state() {
        return state;
    }

    public Optional<String> objectKey() {
        return Optional.ofNullable(objectKey);
    }

    /** How often it came damaged. */
    public int looks() {
        return looks;
    }

    /** The object that is kept of a wanted file that came damaged, until a better one comes. */
    public Optional<String> keptKey() {
        return Optional.ofNullable(keptKey);
    }

    /** Why it, or its end, is missing, in words; empty when it is whole. */
    public Optional<String> whyMissing() {
        return Optional.ofNullable(failureMessage);
    }
}
