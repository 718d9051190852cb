package org.webinararchiver.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.webinararchiver.api.access.Decision.Admitted;
import org.webinararchiver.api.access.Decision.Refused;

/**
 * Decides who is let in. Whoever sends a key is let in by what the key opens, wherever the service listens. Whoever
 * sends none is let in on loopback alone, and there only when no page of a stranger can have sent the request.
 */
@ApplicationScoped
public class Doorkeeper {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private final KnownKeys keys;
    private final Listening listening;

    public Doorkeeper(KnownKeys keys, Listening listening) {
        this.keys = keys;
        this.listening = listening;
    }

    /** At once but for a key that is not known, which may be new. */
    CompletionStage<Decision> decide(AskedFor request) {
        return request.authorization().isPresent() && !isOpenToAll(request.path())
                ? byKey(request, request.authorization().get())
                : CompletableFuture.completedStage(withoutKey(request));
    }

    private Decision withoutKey(AskedFor request) {
        if (isOpenToAll(request.path())) {
            return new Admitted(Admission.TO_WHAT_IS_OPEN);
        }
        return listening.beyondLoopback() ? new Refused(Refusal.NO_KEY) : onLoopback(request);
    }

    /** Health and metrics tell nothing that is secret, and a webhook has a secret of its own in its path. */
    private static boolean isOpenToAll(String path) {
        return path.equals("/q/health")
                || path.equals("/q/metrics")
                || path.startsWith("/q/health/")
                || (path.startsWith("/api/v1/webhooks/") && !path.contains(";"));
    }

    private CompletionStage<Decision> byKey(AskedFor request, String authorization) {
        var bearer = BEARER.matcher(authorization.strip());
        var text = bearer.matches() ? KeyText.of(bearer.group(1)) : Optional.<KeyText>empty();
        if (text.isEmpty()) {
            return CompletableFuture.completedStage(new Refused(Refusal.UNKNOWN_KEY));
        }
        if (!keys.areFresh()) {
            return CompletableFuture.completedStage(new Refused(Refusal.KEYS_NOT_KNOWN));
        }
        return keys.find(text.get())
                .thenApply(key -> key.map(found -> with(found, request)).orElse(new Refused(Refusal.UNKNOWN_KEY)))
                .exceptionally(notRead -> new Refused(Refusal.KEYS_NOT_KNOWN));
    }

    private static Decision with(ApiKey key, AskedFor request) {
        var needed = NeededScope.of(request.method(), request.path());
        return needed.isIn(key.scopes())
                ? new Admitted(Admission.with(key))
                : new Refused(Refusal.withoutScope(needed));
    }

    private static Decision onLoopback(AskedFor request) {
        if (!LoopbackHost.is(request.host())) {
            return new Refused(Refusal.FOREIGN_HOST);
        }
        if (request.origin() != null && !LoopbackHost.isOrigin(request.origin())) {
            return new Refused(Refusal.FOREIGN_ORIGIN);
        }
        if (!request.marked() && FormRequest.is(request.method(), request.contentType())) {
            return new Refused(Refusal.FORM);
        }
        return new Admitted(Admission.OF_THIS_MACHINE);
    }
}
