package org.webinararchiver.platform.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.organisation.Period;

/**
 * When an organisation's list is looked at, and how far that has come. It changes only by the methods below, under the
 * row's lock, and by the database's clock.
 */
@Entity
@Table(name = "organisation_look")
public class LookState {
    @Id
    private UUID organisationId;

    private Instant dueAt;
    private boolean again;
    private LocalDate askedFrom;
    private LocalDate askedTo;
    private long fence;
    private String leaseHolder;
    private Instant leaseUntil;
    private LocalDate lookFrom;
    private LocalDate lookTo;
    private int lookOffset;
    private int listed;
    private int added;
    private int withoutLink;
    private int failures;
    private LocalDate readUntil;
    private Instant lastAt;
    private String lastReason;
    private String lastMessage;
    private String lastAdvice;
    private Integer lastListed;
    private Integer lastAdded;
    private Integer lastWithoutLink;

    protected LookState() {}

    LookState(UUID organisation, Instant now) {
        this.organisationId = organisation;
        this.dueAt = now;
    }

    /** Somebody wants a look, over these days or, when there are none, over what is new. */
    void want(Optional<Period> days, Instant now) {
        days.ifPresent(this::ask);
        if (isUnderWay()) {
            again = true;
        } else {
            dueAt = now;
        }
    }

    /** Two who ask get one look over the days of both. */
    private void ask(Period days) {
        askedFrom = askedFrom == null || days.from().isBefore(askedFrom) ? days.from() : askedFrom;
        askedTo = askedTo == null || days.to().isAfter(askedTo) ? days.to() : askedTo;
    }

    /** A worker takes the look: a new one, or one that somebody else did not finish. */
    void take(String holder, Duration lease, LocalDate since, int overlapDays, Instant now) {
        if (!isUnderWay()) {
            begin(since, overlapDays, now);
        }
        fence++;
        leaseHolder = holder;
        leaseUntil = now.plus(lease);
    }

    private void begin(LocalDate since, int overlapDays, Instant now) {
        // The platform's days may be a few hours ahead.
        var tomorrow = now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        lookFrom = askedFrom != null ? askedFrom : earliestOfNew(since, overlapDays);
        lookTo = askedTo != null ? askedTo : tomorrow.isBefore(lookFrom) ? lookFrom : tomorrow;
        askedFrom = null;
        askedTo = null;
    }

    private LocalDate earliestOfNew(LocalDate since, int overlapDays) {
        if (readUntil == null) {
            return since;
        }
        var back = readUntil.minusDays(overlapDays);
        return back.isBefore(since) ? since : back;
    }

    /** A page was read, and there is another one. */
    void goOn(int next, Duration lease, Instant now) {
        lookOffset = next;
        leaseUntil = now.plus(lease);
    }

    void count(int listedMore, int addedMore, int withoutLinkMore) {
        listed += listedMore;
        added += addedMore;
        withoutLink += withoutLinkMore;
        failures = 0;
    }

    /** The list was read to its end. */
    void ended(LocalDate since, Duration every, Instant now) {
        var readBefore = readUntil == null ? since : readUntil;
        if (!lookFrom.isAfter(readBefore) && (readUntil == null || lookTo.isAfter(readUntil))) {
            readUntil = lookTo;
        }
        tell(null, null, null, now);
        over(every, now);
    }

    /** The look does not go on: it makes no sense to ask again before something changes, or the next look is due. */
    void refused(Failure why, Duration every, Instant now) {
        tell(why.reason(), why.message(), why.advice(), now);
        over(every, now);
    }

    /** The look goes on later, where it stopped. */
    void rest(Failure why, Duration pause, Instant now) {
        tell(why.reason(), why.message(), why.advice(), now);
        free();
        dueAt = now.plus(pause);
    }

    /** How many times in a row the look had to rest, this time included. */
    int failedAgain() {
        return ++failures;
    }

    /** Nobody looks any more; what is due stays due. */
    void free() {
        leaseHolder = null;
        leaseUntil = null;
    }

    private void tell(String reason, String message, String advice, Instant now) {
        lastAt = now;
        lastReason = reason;
        lastMessage = message;
        lastAdvice = advice;
        lastListed = listed;
        lastAdded = added;
        lastWithoutLink = withoutLink;
    }

    private void over(Duration every, Instant now) {
        free();
        lookFrom = null;
        lookTo = null;
        lookOffset = 0;
        listed = 0;
        added = 0;
        withoutLink = 0;
        failures = 0;
        dueAt = again ? now : now.plus(every);
        again = false;
    }

    /** The look that its new holder has. */
    Look lookAt(Organisation organisation) {
        return new Look(
                organisationId,
                organisation.owner(),
                organisation.name(),
                organisation.api(),
                new Period(lookFrom, lookTo),
                lookOffset,
                fence);
    }

    boolean isHeldFor(Look look) {
        return leaseHolder != null && fence == look.fence();
    }

    UUID organisation() {
        return organisationId;
    }

    private boolean isUnderWay() {
        return lookFrom != null;
    }

    /** When the next look begins, or the present one goes on. */
    public Instant dueAt() {
        return dueAt;
    }

    /** The days that are being looked at; empty when no look is under way. */
    public Optional<Period> underWay() {
        return isUnderWay() ? Optional.of(new Period(lookFrom, lookTo)) : Optional.empty();
    }

    /** How many records the look that is under way has read. */
    public int listed() {
        return listed;
    }

    /** Up to which day the list was read; empty before the first look has ended. */
    public Optional<LocalDate> readUntil() {
        return Optional.ofNullable(readUntil);
    }

    /** How the latest look ended, or why it does not go on; empty before there was one. */
    public Optional<LastLook> last() {
        return Optional.ofNullable(lastAt)
                .map(at -> new LastLook(
                        at,
                        lastListed,
                        lastAdded,
                        lastWithoutLink,
                        Optional.ofNullable(lastReason)
                                .map(reason -> new LastLook.Trouble(reason, lastMessage, lastAdvice))));
    }
}
