package org.webinararchiver.api.organisations;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An organisation as the API shows it; what is not known yet is null. Its token is never shown.
 *
 * @param dueAt when the next look begins, or the present one goes on
 * @param readUntil up to which day its list was read
 * @param look the one that is under way
 * @param last how the latest one ended, or why it rests
 * @param webhook what the platform may call when something is new; shown once, to whoever added the organisation
 */
public record OrganisationView(
        UUID id,
        String name,
        URI api,
        LocalDate since,
        Duration every,
        Instant dueAt,
        LocalDate readUntil,
        LookView look,
        LastLookView last,
        String webhook,
        OffsetDateTime createdAt) {

    /** The days that are looked at, and how many records were read of them so far. */
    public record LookView(LocalDate from, LocalDate to, int listed) {}

    /**
     * A look that has ended or rests.
     *
     * @param listed records that it read
     * @param added recordings that were not known
     * @param withoutLink records that cannot be archived, since they have no link that is understood
     * @param trouble what kept it from its end; null when the list was read to its end
     */
    public record LastLookView(Instant at, int listed, int added, int withoutLink, TroubleView trouble) {}

    /** Why a look did not come to its end, and what can be done. */
    public record TroubleView(String reason, String message, String advice) {}

    OrganisationView withWebhook(String path) {
        return new OrganisationView(id, name, api, since, every, dueAt, readUntil, look, last, path, createdAt);
    }

    /** Leaves the webhook out, which is secret. */
    @Override
    public String toString() {
        return "OrganisationView[id=" + id + ", name=" + name + "]";
    }
}
