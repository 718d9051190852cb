package org.webinararchiver.platform.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.platform.catalog.Identifiers;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.quota.Allowance;
import org.webinararchiver.platform.quota.OverQuota;
import org.webinararchiver.platform.quota.Quotas;
import org.webinararchiver.platform.room.NoRoom;
import org.webinararchiver.platform.room.Room;
import org.webinararchiver.platform.secret.Vault;
import org.webinararchiver.platform.telemetry.Traces;

/** Takes a link in: the same link of the same owner is one recording, however often it is submitted. */
@ApplicationScoped
public class Intake {
    private static final Duration MAY_BECOME_READY = Duration.ofDays(1);

    /** How a recording fails that is listed before the platform has finished it. */
    private static final Set<String> NOT_READY = Set.of("empty", "not-found");

    private final Recordings recordings;
    private final Vault vault;
    private final Pipeline pipeline;
    private final Identifiers identifiers;
    private final Room room;
    private final Traces traces;
    private final Quotas quotas;

    public Intake(
            Recordings recordings,
            Vault vault,
            Pipeline pipeline,
            Identifiers identifiers,
            Room room,
            Traces traces,
            Quotas quotas) {
        this.quotas = quotas;
        this.traces = traces;
        this.room = room;
        this.recordings = recordings;
        this.vault = vault;
        this.pipeline = pipeline;
        this.identifiers = identifiers;
    }

    /** As {@link #submit(String, RecognisedLink, RenditionOptions)}, of which the usual file is wanted. */
    @Transactional
    public Recording submit(String owner, RecognisedLink submitted) {
        return submit(owner, submitted, RenditionOptions.USUAL);
    }

    /** As {@link #submit(String, RecognisedLink, RenditionOptions, Allowance)}, without a limit. */
    @Transactional(dontRollbackOn = OtherFileUnderWay.class)
    public Recording submit(String owner, RecognisedLink submitted, RenditionOptions options) {
        return submit(owner, submitted, options, Allowance.UNLIMITED);
    }

    /**
     * The recording of this link: a new one, the one that is under way or finished, or a failed one, begun again. Of a
     * finished one, another file is made when other options are wanted, of what was fetched already.
     *
     * @throws OtherFileUnderWay when it is under way with other options
     * @throws OverQuota when work would have to be begun and no more may be
     * @throws NoRoom when there is no room to store anything
     */
    @Transactional(
            dontRollbackOn = {OtherFileUnderWay.class, OverQuota.class}) // nothing is changed, others may come with it
    public Recording submit(String owner, RecognisedLink submitted, RenditionOptions options, Allowance allowance) {
        room.requireForIntake();
        return take(owner, submitted, options, allowance);
    }

    private Recording take(String owner, RecognisedLink submitted, RenditionOptions options, Allowance allowance) {
        oneAtATime(owner, submitted);
        var known = recordings.of(owner, submitted.link());
        known.filter(one -> !one.state().isFinal() && !one.options().equals(options))
                .ifPresent(one -> {
                    throw new OtherFileUnderWay(one);
                });
        boolean begins = known.map(one -> beginsWith(one, options)).orElse(true);
        if (begins) {
            quotas.take(allowance);
        }
        var recording = known.orElseGet(() -> create(owner, submitted, options));
        if (!submitted.pass().isEmpty()) {
            vault.keep(recording.id(), submitted.pass());
        }
        if (begins) {
            recording.begunBy(allowance.actor());
            if (known.isPresent()) {
                recording.another(options);
            }
            pipeline.submitted(recording);
        }
        return recording;
    }

    /** Whether one that is known has work begun on it by this submission. */
    private static boolean beginsWith(Recording known, RenditionOptions options) {
        return begunAgain(known) || (known.state().isFinal() && !known.options().equals(options));
    }

    /**
     * Takes in a link that was found in a list. A recording that is known is left alone, however it ended: whoever
     * cancelled it does not want it back, and one that was refused would be refused every hour. Only one that was not
     * ready when it came into the list is begun again, for a day. Whether there is room does not matter: nobody is
     * there to come again, and the work waits until there is.
     *
     * @return whether the recording was not known
     */
    @Transactional
    public boolean offer(String owner, RecognisedLink found) {
        oneAtATime(owner, found);
        var known = recordings.of(owner, found.link());
        if (known.isPresent() && !wasNotReady(known.get())) {
            return false;
        }
        take(owner, found, RenditionOptions.USUAL, Allowance.UNLIMITED);
        return known.isEmpty();
    }

    private static boolean wasNotReady(Recording recording) {
        return recording.state() == RecordingState.FAILED
                && recording
                        .failure()
                        .map(Failure::reason)
                        .filter(NOT_READY::contains)
                        .isPresent()
                && recording
                        .createdAt()
                        .isAfter(OffsetDateTime.now(ZoneOffset.UTC).minus(MAY_BECOME_READY));
    }

    private static boolean begunAgain(Recording recording) {
        return recording.state() == RecordingState.FAILED || recording.state() == RecordingState.CANCELLED;
    }

    private Recording create(String owner, RecognisedLink submitted, RenditionOptions options) {
        var recording = new Recording(identifiers.next(), owner, submitted.link(), options);
        recording.submittedIn(traces.present());
        recordings.persistAndFlush(recording);
        return recording;
    }

    /**
     * To be called by who submits several links in one transaction, before the first of them: two who do so at the same
     * moment wait for each other, instead of each for a link that the other one has.
     */
    public void several(String owner, Collection<RecognisedLink> links) {
        recordings
                .getEntityManager()
                .createNativeQuery("""
                        select count(pg_advisory_xact_lock(lock))
                          from (select hashtextextended(link, 0) lock from unnest(cast(:links as text[])) link
                                 order by lock) sorted
                        """)
                .setParameter(
                        "links", links.stream().map(each -> lock(owner, each)).toArray(String[]::new))
                .getSingleResult();
    }

    /** Two people who submit one link at the same moment get one recording, not an error. */
    private void oneAtATime(String owner, RecognisedLink submitted) {
        recordings
                .getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:link, 0))")
                .setParameter("link", lock(owner, submitted))
                .getSingleResult();
    }

    private static String lock(String owner, RecognisedLink submitted) {
        return owner
                + '\n'
                + submitted.link().source()
                + '\n'
                + submitted.link().key();
    }
}
