package org.webinararchiver.api.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.api.organisations.OrganisationView.LastLookView;
import org.webinararchiver.api.organisations.OrganisationView.LookView;
import org.webinararchiver.api.organisations.OrganisationView.TroubleView;
import org.webinararchiver.platform.organisation.LastLook;
import org.webinararchiver.platform.organisation.Organisation;
import org.webinararchiver.platform.organisation.Organisations;

/** Reads what the API shows of organisations. */
@ApplicationScoped
public class OrganisationViews {
    private final Organisations organisations;

    public OrganisationViews(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Oldest first. */
    @Transactional
    public List<OrganisationView> all(String owner) {
        return organisations.ofOwner(owner).stream().map(this::view).toList();
    }

    /** @throws NotFoundException when there is no such organisation of this owner */
    @Transactional
    public OrganisationView of(String owner, UUID id) {
        return organisations.ofOwner(owner, id).map(this::view).orElseThrow(NotFoundException::new);
    }

    private OrganisationView view(Organisation organisation) {
        var state = organisations.state(organisation.id());
        return new OrganisationView(
                organisation.id(),
                organisation.name(),
                organisation.api(),
                organisation.since(),
                organisation.every(),
                state.dueAt(),
                state.readUntil().orElse(null),
                state.underWay()
                        .map(days -> new LookView(days.from(), days.to(), state.listed()))
                        .orElse(null),
                state.last().map(OrganisationViews::last).orElse(null),
                null,
                organisation.createdAt());
    }

    private static LastLookView last(LastLook last) {
        return new LastLookView(
                last.at(),
                last.listed(),
                last.added(),
                last.withoutLink(),
                last.trouble()
                        .map(trouble -> new TroubleView(trouble.reason(), trouble.message(), trouble.advice()))
                        .orElse(null));
    }
}
