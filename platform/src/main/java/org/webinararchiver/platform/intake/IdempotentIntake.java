package org.webinararchiver.platform.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.platform.quota.Allowance;

/**
 * Takes in what may be sent again by who had no answer: the same key within a day means the same submission, whose
 * recording is told again, even if the submission would do something else by now.
 */
@ApplicationScoped
public class IdempotentIntake {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Intake intake;
    private final EntityManager database;

    public IdempotentIntake(Intake intake, EntityManager database) {
        this.intake = intake;
        this.database = database;
    }

    /**
     * As {@link Intake#submit(String, RecognisedLink, RenditionOptions, Allowance)}, once for a key.
     *
     * @param key of the owner's choice
     * @return the recording's id
     * @throws OtherSubmission when the key came with another submission
     */
    @Transactional
    public UUID submit(
            String owner, String key, RecognisedLink submitted, RenditionOptions options, Allowance allowance) {
        oneAtATime(owner, key);
        forgetOld();
        var digest = digest(submitted, options);
        var known = known(owner, key);
        if (known.isEmpty()) {
            var recording = intake.submit(owner, submitted, options, allowance).id();
            remember(owner, key, digest, recording);
            return recording;
        }
        if (!MessageDigest.isEqual(known.getFirst().get("submission", byte[].class), digest)) {
            throw new OtherSubmission();
        }
        return known.getFirst().get("recording_id", UUID.class);
    }

    private void oneAtATime(String owner, String key) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 13))")
                .setParameter("what", owner + '\n' + key)
                .getSingleResult();
    }

    private void forgetOld() {
        database.createNativeQuery("""
                        delete from idempotency_key where (owner, key) in (
                            select owner, key from idempotency_key
                             where created_at < clock_timestamp() - make_interval(secs => :seconds)
                             order by created_at limit 100 for update skip locked)
                        """)
                .setParameter("seconds", (double) KEPT.toSeconds())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    private List<Tuple> known(String owner, String key) {
        return database.createNativeQuery("""
                        select submission, recording_id from idempotency_key
                         where owner = :owner and key = :key
                           and created_at >= clock_timestamp() - make_interval(secs => :seconds)
                        """, Tuple.class)
                .setParameter("owner", owner)
                .setParameter("key", key)
                .setParameter("seconds", (double) KEPT.toSeconds())
                .getResultList();
    }

    private void remember(String owner, String key, byte[] digest, UUID recording) {
        database.createNativeQuery("""
                        insert into idempotency_key (owner, key, submission, recording_id)
                        values (:owner, :key, :submission, :recording)
                        on conflict (owner, key) do update
                           set submission = excluded.submission, recording_id = excluded.recording_id,
                               created_at = clock_timestamp()
                        """)
                .setParameter("owner", owner)
                .setParameter("key", key)
                .setParameter("submission", digest)
                .setParameter("recording", recording)
                .executeUpdate();
    }

    /** Two submissions are the same when they mean the same, however they were written. */
    private static byte[] digest(RecognisedLink submitted, RenditionOptions options) {
        var text = new StringBuilder()
                .append(submitted.link().source())
                .append('\n')
                .append(submitted.link().key())
                .append('\n')
                .append(options);
        submitted.pass().secrets().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(secret -> text.append('\n')
                        .append(secret.getKey())
                        .append('\n')
                        .append(secret.getValue().value()));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
