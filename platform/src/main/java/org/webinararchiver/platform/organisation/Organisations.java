package org.webinararchiver.platform.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.organisation.Period;
import org.webinararchiver.platform.catalog.Identifiers;
import org.webinararchiver.platform.secret.Vault;

/** The organisations whose recordings are archived. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {
    private static final WebhookSecret OF_NOBODY = WebhookSecret.random();

    private final LookStates states;
    private final Vault vault;
    private final Identifiers identifiers;

    public Organisations(LookStates states, Vault vault, Identifiers identifiers) {
        this.states = states;
        this.vault = vault;
        this.identifiers = identifiers;
    }

    /**
     * An organisation that was added.
     *
     * @param webhook told this once and kept by nobody
     */
    public record Added(Organisation organisation, WebhookSecret webhook) {}

    /** Adds an organisation; its first look is due at once. */
    @Transactional
    public Added add(String owner, Registration wanted) {
        var webhook = WebhookSecret.random();
        var organisation = new Organisation(identifiers.next(), owner, wanted, vault, webhook);
        persistAndFlush(organisation);
        states.persist(new LookState(organisation.id(), states.now()));
        return new Added(organisation, webhook);
    }

    /** Those of an owner, oldest first. */
    public List<Organisation> ofOwner(String owner) {
        return list("owner = ?1 order by id", owner);
    }

    public Optional<Organisation> ofOwner(String owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** Forgets an organisation and its token. Its recordings stay. */
    @Transactional
    public boolean remove(String owner, UUID id) {
        return delete("owner = ?1 and id = ?2", owner, id) == 1;
    }

    /** How it stands with its list. */
    public LookState state(UUID organisation) {
        return states.findById(organisation);
    }

    /** Makes a look due at once: over these days or, when there are none, over what is new. */
    @Transactional
    public void wantLook(UUID organisation, Optional<Period> days) {
        states.locked(organisation).ifPresent(state -> state.want(days, states.now()));
    }

    /** Whether a webhook's address is right. An organisation that there is not takes as long as a wrong secret. */
    @Transactional
    public boolean isCalledWith(UUID organisation, String secret) {
        return findByIdOptional(organisation)
                .map(known -> known.isCalledWith(secret))
                .orElseGet(() -> WebhookSecret.matches(secret, OF_NOBODY.hash()));
    }
}
