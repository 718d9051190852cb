package org.webinararchiver.platform.secret;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A secret as the database sees it. */
@Entity
@Table(name = "secret")
class SealedSecret {

    /** A secret's name is unique within its recording. */
    @Embeddable
    record Key(
            @Column(name = "recording_id") UUID recording,
            @Column(name = "name") String name) {}

    @EmbeddedId
    private Key key;

    private byte[] sealed;

    protected SealedSecret() {}

    SealedSecret(Key key, byte[] sealed) {
        this.key = key;
        this.sealed = sealed.clone();
    }

    Key key() {
        return key;
    }

    byte[] sealed() {
        return sealed.clone();
    }
}
