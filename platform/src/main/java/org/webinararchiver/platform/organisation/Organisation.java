package org.webinararchiver.platform.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.secret.Place;
import org.webinararchiver.platform.secret.Vault;

/** An organisation whose recordings are archived without anybody submitting their links. */
@Entity
public class Organisation {
    @Id
    private UUID id;

    private String owner;
    private String name;
    private String api;
    private byte[] token;
    private byte[] webhookSecret;
    private LocalDate since;
    private long everyMillis;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private OffsetDateTime createdAt;

    protected Organisation() {}

    Organisation(UUID id, String owner, Registration wanted, Vault vault, WebhookSecret webhook) {
        this.id = id;
        this.owner = owner;
        this.name = wanted.name();
        this.api = wanted.api().toString();
        this.token = vault.seal(wanted.token(), Place.ofToken(id));
        this.webhookSecret = webhook.hash();
        this.since = wanted.since();
        this.everyMillis = wanted.every().toMillis();
    }

    public UUID id() {
        return id;
    }

    /** Whose recordings they become. */
    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    /** Where its list is, for example {@code https://userapi.mts-link.ru/v3}. */
    public URI api() {
        return URI.create(api);
    }

    /** Opens the token that shows the list. */
    Secret token(Vault vault) {
        return vault.open(token, Place.ofToken(id));
    }

    boolean isCalledWith(String secret) {
        return WebhookSecret.matches(secret, webhookSecret);
    }

    /** The first day whose recordings are wanted. */
    public LocalDate since() {
        return since;
    }

    /** How long after a look the next one is due. */
    public Duration every() {
        return Duration.ofMillis(everyMillis);
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }
}
