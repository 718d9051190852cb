package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.webinararchiver.core.task.TaskKind;

/**
 * What is not to be worked at. What runs is finished; nothing more is begun until the pause ends. Runs in the caller's
 * transaction, which takes the longer the more tasks it is about.
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
        PauseLock.toChange(database);
        of(scope, "insert into pause (scope, subject) values (:scope, :subject) on conflict do nothing")
                .executeUpdate();
        var hold = "update task set ready = false, held = true, announced_at = null where state = 'WAITING' and ready";
        switch (scope) {
            case Scope.All all -> update(hold);
            // Ready tasks are in the order of their kinds first.
            case Scope.OfOwner of ->
                database.createNativeQuery(hold + " and kind in (:kinds) and owner = :owner")
                        .setParameter(
                                "kinds",
                                Arrays.stream(TaskKind.values()).map(Enum::name).toList())
                        .setParameter("owner", of.owner())
                        .executeUpdate();
            case Scope.OfRecording of -> update(hold, of);
        }
    }

    /** Ends a pause; what it held up is ready again with the next {@link Ripening}, unless another pause holds it. */
    public void resume(Scope scope) {
        PauseLock.toChange(database);
        of(scope, "delete from pause where scope = :scope and subject = :subject")
                .executeUpdate();
        var free = "update task set held = false where held and state = 'WAITING'";
        switch (scope) {
            case Scope.All all -> update(free);
            case Scope.OfOwner of ->
                database.createNativeQuery(free + " and owner = :owner")
                        .setParameter("owner", of.owner())
                        .executeUpdate();
            case Scope.OfRecording of -> update(free, of);
        }
    }

    private void update(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }

    private void update(String statement, Scope.OfRecording of) {
        database.createNativeQuery(statement + " and recording_id = :id")
                .setParameter("id", of.id())
                .executeUpdate();
    }

    public boolean isPaused(Scope scope) {
        return !of(scope, "select 1 from pause where scope = :scope and subject = :subject")
                .getResultList()
                .isEmpty();
    }

    /** Those of these recordings that are paused themselves. */
    public Set<UUID> pausedAmong(Collection<UUID> recordings) {
        return TaskRow.rows(database.createNativeQuery(
                                "select subject from pause where scope = 'RECORDING' and subject in (:subjects)",
                                Tuple.class)
                        .setParameter(
                                "subjects",
                                recordings.stream().map(UUID::toString).toList()))
                .stream()
                .map(row -> UUID.fromString(row.get("subject", String.class)))
                .collect(Collectors.toSet());
    }

    private Query of(Scope scope, String statement) {
        return database.createNativeQuery(statement)
                .setParameter("scope", nameOf(scope))
                .setParameter("subject", subjectOf(scope));
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
