package org.webinararchiver.platform.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows that say when lists are looked at. Runs in the caller's transaction. */
@ApplicationScoped
class LookStates implements PanacheRepositoryBase<LookState, UUID> {

    /** One that is due and that nobody looks at, locked; those that others are about to take are passed over. */
    @SuppressWarnings("unchecked") // the query was created for this class of result
    Optional<LookState> due() {
        List<LookState> due =
                getEntityManager().createNativeQuery("""
                        select * from organisation_look
                        where due_at <= clock_timestamp()
                          and (lease_until is null or lease_until <= clock_timestamp())
                        order by due_at
                        limit 1
                        for update skip locked
                        """, LookState.class).getResultList();
        return due.stream().findFirst();
    }

    /** Read anew, with what this transaction itself has changed, and locked until it ends. */
    Optional<LookState> locked(UUID organisation) {
        flush();
        var state = Optional.ofNullable(findById(organisation, LockModeType.PESSIMISTIC_WRITE));
        state.ifPresent(found -> getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return state;
    }

    Instant now() {
        return (Instant) getEntityManager()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
