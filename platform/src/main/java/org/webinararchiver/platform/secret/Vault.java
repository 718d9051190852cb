package org.webinararchiver.platform.secret;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.secret.Secret;

/** Keeps the passes of recordings, sealed, and seals what is kept elsewhere. Runs in the caller's transaction. */
@ApplicationScoped
public class Vault implements PanacheRepositoryBase<SealedSecret, SealedSecret.Key> {
    private final Optional<Seal> seal;

    public Vault(SecretSettings settings) {
        this.seal = settings.key().map(Seal::new);
    }

    /** Keeps these secrets; one of the same name that was kept before is replaced. */
    public void keep(UUID recording, Pass pass) {
        pass.secrets().forEach((name, secret) -> {
            var key = new SealedSecret.Key(recording, name);
            getEntityManager().merge(new SealedSecret(key, seal().close(secret, placeOf(key))));
        });
    }

    /** What is kept for this recording; empty when nothing is. */
    public Pass pass(UUID recording) {
        return new Pass(list("key.recording", recording).stream()
                .collect(Collectors.toMap(
                        kept -> kept.key().name(), kept -> seal().open(kept.sealed(), placeOf(kept.key())))));
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
                "archiver.secrets.key is not set, so secrets can be neither kept nor used; set it to the output of"
                        + " \"openssl rand -base64 32\", the same for api-service and download-worker"));
    }

    private static String placeOf(SealedSecret.Key key) {
        return key.recording() + "/" + key.name();
    }
}
