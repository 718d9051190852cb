package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * What is not to be worked at. What runs is finished; nothing more is begun until the pause ends. Runs in the caller's
 * transaction.
 */
@ApplicationScoped
public class Pauses {
    private final EntityManager database;

    public Pauses(EntityManager database) {
        this.database = database;
    }

    /** What a pause holds up. */
    public sealed interface Scope {
        /** Everything. */
        record All() implements Scope {}

        /** What this owner submitted, and will submit. */
        record OfOwner(String owner) implements Scope {}

        /** One recording. */
        record OfRecording(UUID id) implements Scope {}
    }

    public void pause(Scope scope) {
        database.createNativeQuery(
                        "insert into pause (scope, subject) values (:scope, :subject) on conflict do nothing")
                .setParameter("scope", nameOf(scope))
                .setParameter("subject", subjectOf(scope))
                .executeUpdate();
        database.createNativeQuery("""
                        update task set ready = false, announced_at = null
                        where state = 'WAITING' and ready
                          and (:scope = 'ALL'
                               or :scope = 'OWNER' and owner = :subject
                               or :scope = 'RECORDING' and cast(recording_id as text) = :subject)
                        """)
                .setParameter("scope", nameOf(scope))
                .setParameter("subject", subjectOf(scope))
                .executeUpdate();
    }

    /** Ends a pause; what it held up is ready again with the next {@link Ripening}, unless another pause holds it. */
    public void resume(Scope scope) {
        database.createNativeQuery("delete from pause where scope = :scope and subject = :subject")
                .setParameter("scope", nameOf(scope))
                .setParameter("subject", subjectOf(scope))
                .executeUpdate();
    }

    public boolean isPaused(Scope scope) {
        return !database.createNativeQuery("select 1 from pause where scope = :scope and subject = :subject")
                .setParameter("scope", nameOf(scope))
                .setParameter("subject", subjectOf(scope))
                .getResultList()
                .isEmpty();
    }

    private static String nameOf(Scope scope) {
        return switch (scope) {
            case Scope.All all -> "ALL";
            case Scope.OfOwner of -> "OWNER";
            case Scope.OfRecording of -> "RECORDING";
        };
    }

    private static String subjectOf(Scope scope) {
        return switch (scope) {
            case Scope.All all -> "";
            case Scope.OfOwner of -> of.owner();
            case Scope.OfRecording of -> of.id().toString();
        };
    }
}
