package org.webinararchiver.platform.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Something that is missing from a finished recording: what, from when to when, and why. */
@Entity
public class Gap {

    /** What is missing. */
    public enum Kind {
        /** Somebody's picture or sound. */
        MEDIA,
        /** A slide's picture. */
        SLIDE,
        /** A deck of slides, or whatever else was handed out: it belongs to no time. */
        DOCUMENT
    }

    /** Gaps of a recording are counted from zero: in the order of time, then what belongs to no time. */
    @Embeddable
    public record Key(
            @Column(name = "recording_id") UUID recording,
            @Column(name = "position") int position) {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private String participant;
    private Long fromMillis;
    private Long toMillis;
    private String reason;

    protected Gap() {}

    private Gap(Key key, Kind kind, String reason) {
        this.key = key;
        this.kind = kind;
        this.reason = reason;
    }

    /** Picture or sound is missing, of this person where that is known. */
    public static Gap ofMedia(Key key, Optional<String> participant, Duration from, Duration to, String reason) {
        var gap = new Gap(key, Kind.MEDIA, reason).during(from, to);
        gap.participant = participant.orElse(null);
        return gap;
    }

    /**
     * A slide is missing.
     *
     * @param name which one, where known
     * @param from when it was shown
     */
    public static Gap ofSlide(Key key, Optional<String> name, Duration from, Duration to, String reason) {
        var gap = new Gap(key, Kind.SLIDE, reason).during(from, to);
        gap.name = name.orElse(null);
        return gap;
    }

    /** A document is missing. */
    public static Gap ofDocument(Key key, String name, String reason) {
        var gap = new Gap(key, Kind.DOCUMENT, reason);
        gap.name = name;
        return gap;
    }

    private Gap during(Duration from, Duration to) {
        fromMillis = from.toMillis();
        toMillis = to.toMillis();
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** Which slide or document, where known. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** The name of the person whose picture or sound is missing, where known. */
    public Optional<String> participant() {
        return Optional.ofNullable(participant);
    }

    /** When it begins; absent for what belongs to no time. */
    public Optional<Duration> from() {
        return Optional.ofNullable(fromMillis).map(Duration::ofMillis);
    }

    /** When it ends; absent for what belongs to no time. */
    public Optional<Duration> to() {
        return Optional.ofNullable(toMillis).map(Duration::ofMillis);
    }

    public String reason() {
        return reason;
    }
}
