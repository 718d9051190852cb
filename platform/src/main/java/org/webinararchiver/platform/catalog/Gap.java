package org.webinararchiver.platform.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Something that is missing from a finished recording: whose, from when to when, and why. */
@Entity
public class Gap {

    /** Gaps of a recording are counted from zero in the order of time. */
    @Embeddable
    public record Key(
            @Column(name = "recording_id") UUID recording,
            @Column(name = "position") int position) {}

    @EmbeddedId
    private Key key;

    private String participant;
    private long fromMillis;
    private long toMillis;
    private String reason;

    protected Gap() {}

    public Gap(Key key, Optional<String> participant, Duration from, Duration to, String reason) {
        this.key = key;
        this.participant = participant.orElse(null);
        this.fromMillis = from.toMillis();
        this.toMillis = to.toMillis();
        this.reason = reason;
    }

    /** The name of the person whose picture or sound is missing, where known. */
    public Optional<String> participant() {
        return Optional.ofNullable(participant);
    }

    public Duration from() {
        return Duration.ofMillis(fromMillis);
    }

    public Duration to() {
        return Duration.ofMillis(toMillis);
    }

    public String reason() {
        return reason;
    }
}
