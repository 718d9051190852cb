package org.webinararchiver.platform.secret;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.secret.Secret;

/** Keeps the passes of recordings, sealed, and seals what is kept elsewhere. Runs in the caller's transaction. */
@ApplicationScoped
public class Vault implements PanacheRepositoryBase<SealedSecret, SealedSecret.Key> {
    private static final Logger LOG = Logger.getLogger(Vault.class);

    private final Optional<Seal> seal;

    public Vault(SecretSettings settings) {
        this.seal = Optional.of(SealKeys.of(settings))
                .filter(keys -> !keys.isEmpty())
                .map(Seal::new);
    }

    /** Has the keys read now, so that one that is wrong ends the start and not the first work that needs it. */
    void readKeys(@Observes StartupEvent event) {
        LOG.debugf("%d keys open secrets", seal.map(each -> each.keys().size()).orElse(0));
    }

    /** Keeps these secrets; one of the same name that was kept before is replaced. */
    public void keep(UUID recording, Pass pass) {
        pass.secrets().forEach((name, secret) -> {
            var key = new SealedSecret.Key(recording, name);
            getEntityManager().merge(new SealedSecret(key, seal().close(secret, Place.ofSecret(recording, name))));
        });
    }

    /** What is kept for this recording; empty when nothing is. */
    public Pass pass(UUID recording) {
        return new Pass(list("key.recording", recording).stream()
                .collect(Collectors.toMap(
                        kept -> kept.key().name(),
                        kept -> seal().open(
                                        kept.sealed(),
                                        Place.ofSecret(recording, kept.key().name())))));
    }

    /** Seals a secret that the caller keeps; it opens for the same place alone. */
    public byte[] seal(Secret secret, String place) {
        return seal().close(secret, place);
    }

    /** @throws IllegalStateException when it was sealed with another key or for another place */
    public Secret open(byte[] sealed, String place) {
        return seal().open(sealed, place);
    }

    private Seal seal() {
        return seal.orElseThrow(() -> new IllegalStateException(
                "neither archiver.secrets.key nor archiver.secrets.key-file is set, so secrets can be neither kept nor"
                        + " used; set the first to the output of"
                        + " \"openssl rand -base64 32\", the same for api-service and download-worker"));
    }
}
