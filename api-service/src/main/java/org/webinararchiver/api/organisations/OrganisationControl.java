package org.webinararchiver.api.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.api.audit.Action;
import org.webinararchiver.api.audit.Actor;
import org.webinararchiver.api.audit.AuditLog;
import org.webinararchiver.api.audit.Deed;
import org.webinararchiver.core.organisation.Period;
import org.webinararchiver.platform.organisation.Organisation;
import org.webinararchiver.platform.organisation.Organisations;
import org.webinararchiver.platform.organisation.Registration;

/** What may be done with organisations; each is noted with what it does. */
@ApplicationScoped
public class OrganisationControl {
    private final Organisations organisations;
    private final AuditLog audit;

    public OrganisationControl(Organisations organisations, AuditLog audit) {
        this.organisations = organisations;
        this.audit = audit;
    }

    @Transactional
    Organisations.Added add(Actor actor, Registration wanted) {
        var added = organisations.add(actor.owner(), wanted);
        var organisation = added.organisation();
        audit.note(actor, Deed.toOther(organisation.id(), Action.ADD_ORGANISATION, Optional.of(organisation.name())));
        return added;
    }

    /** Answers whether this owner had it. */
    @Transactional
    boolean remove(Actor actor, UUID id) {
        var name = organisations.ofOwner(actor.owner(), id).map(Organisation::name);
        boolean removed = organisations.remove(actor.owner(), id);
        if (removed) {
            audit.note(actor, Deed.toOther(id, Action.REMOVE_ORGANISATION, name));
        }
        return removed;
    }

    /** Over these days, or over what is new. */
    @Transactional
    void wantLook(Actor actor, UUID id, Optional<Period> days) {
        organisations.wantLook(id, days);
        audit.note(actor, Deed.toOther(id, Action.LOOK, days.map(wanted -> wanted.from() + " to " + wanted.to())));
    }

    /** The platform has told that there is something new. */
    @Transactional
    void told(Actor actor, UUID id) {
        organisations.findByIdOptional(id).ifPresent(organisation -> {
            organisations.wantLook(id, Optional.empty());
            audit.note(actor.asWebhookOf(organisation.owner()), Deed.toOther(id, Action.TOLD, Optional.empty()));
        });
    }
}
