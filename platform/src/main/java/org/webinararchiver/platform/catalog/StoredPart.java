package org.webinararchiver.platform.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A part of a recording that is rendered by itself, and what has become of it. */
@Entity
@Table(name = "part")
public class StoredPart {

    /** Parts are numbered from zero. */
    @Embeddable
    public record Key(
            @Column(name = "recording_id") UUID recording,
            @Column(name = "number") int number) {}

    @EmbeddedId
    private Key key;

    private String scriptKey;
    private long millis;
    private Integer madeFrom;
    private UUID taskId;
    private String objectKey;
    private String note;

    protected StoredPart() {}

    /**
     * A part that is yet to be rendered.
     *
     * @param script the key of the object that tells what it is made of
     * @param lasting how much of the recording it is
     */
    public StoredPart(Key key, String script, Duration lasting) {
        this.key = key;
        this.scriptKey = script;
        this.millis = lasting.toMillis();
    }

    /** It is made of the parts from this number up to its own. */
    public void madeOfThoseFrom(int first) {
        madeFrom = first;
    }

    public boolean isMadeOfOthers() {
        return madeFrom != null;
    }

    /** This task is to render it. */
    public void wantedBy(UUID task) {
        taskId = task;
    }

    /**
     * It is rendered.
     *
     * @param told what rendering has shown, for whoever puts the parts together
     */
    public void stored(String keyOfObject, String told) {
        objectKey = keyOfObject;
        note = told;
    }

    public int number() {
        return key.number();
    }

    /** The key of the object that tells what it is made of. */
    public String script() {
        return scriptKey;
    }

    public Duration lasting() {
        return Duration.ofMillis(millis);
    }

    /** The key of its file; empty until it is rendered. */
    public Optional<String> objectKey() {
        return Optional.ofNullable(objectKey);
    }

    /** What rendering has shown; empty until it is rendered. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }
}
