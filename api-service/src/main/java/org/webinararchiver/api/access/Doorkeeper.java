package org.webinararchiver.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.webinararchiver.api.access.Decision.Admitted;
import org.webinararchiver.api.access.Decision.Refused;
import org.webinararchiver.api.audit.Actor;
import org.webinararchiver.api.oidc.Judgement;
import org.webinararchiver.api.oidc.Person;
import org.webinararchiver.api.oidc.Tokens;

/**
 * Decides who is let in. Whoever sends a key is let in by what the key opens, wherever the service listens, and so is
 * whoever sends a token, where tokens are taken. Whoever sends neither is let in on loopback alone, and there only when
 * no page of a stranger can have sent the request.
 */
@ApplicationScoped
public class Doorkeeper {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private final KnownKeys keys;
    private final Tokens tokens;
    private final Listening listening;
    private final Limits usual;
    private final RequestRate rate = new RequestRate(System::nanoTime);

    public Doorkeeper(KnownKeys keys, Tokens tokens, Listening listening, LimitSettings limits) {
        this.keys = keys;
        this.tokens = tokens;
        this.listening = listening;
        this.usual = Limits.configured(limits);
    }

    /** At once but for a key that is not known, which may be new, and for a token while the issuer is asked. */
    CompletionStage<Decision> decide(AskedFor request) {
        return request.authorization().isPresent() && !isOpenToAll(request.path())
                ? byBearer(request, request.authorization().get())
                : CompletableFuture.completedStage(withoutKey(request));
    }

    private Decision withoutKey(AskedFor request) {
        if (isOpenToAll(request.path())) {
            return new Admitted(Admission.toWhatIsOpen(request.address()));
        }
        return listening.beyondLoopback() ? refused(request, Refusal.NO_KEY) : onLoopback(request);
    }

    /** Health and metrics tell nothing that is secret, and a webhook has a secret of its own in its path. */
    private static boolean isOpenToAll(String path) {
        return path.equals("/q/health")
                || path.equals("/q/metrics")
                || path.startsWith("/q/health/")
                || (path.startsWith("/api/v1/webhooks/") && !path.contains(";"));
    }

    private CompletionStage<Decision> byBearer(AskedFor request, String authorization) {
        var bearer = BEARER.matcher(authorization.strip());
        var text = bearer.matches() ? bearer.group(1) : "";
        var key = KeyText.of(text);
        if (key.isPresent()) {
            return byKey(request, key.get());
        }
        return tokens.mayBeOne(text)
                ? tokens.judge(text).thenApply(judgement -> byToken(request, judgement))
                : CompletableFuture.completedStage(refused(request, Refusal.UNKNOWN_KEY));
    }

    private CompletionStage<Decision> byKey(AskedFor request, KeyText text) {
        if (!keys.areFresh()) {
            return CompletableFuture.completedStage(refused(request, Refusal.KEYS_NOT_KNOWN));
        }
        return keys.find(text)
                .thenApply(key -> key.map(found -> with(found, request)).orElse(refused(request, Refusal.UNKNOWN_KEY)))
                .exceptionally(notRead -> refused(request, Refusal.KEYS_NOT_KNOWN));
    }

    private Decision with(ApiKey key, AskedFor request) {
        var actor = Actor.key(key.id(), key.name(), key.owner(), request.address());
        return known(request, actor, key.scopes(), key.limits().or(usual));
    }

    private Decision byToken(AskedFor request, Judgement judgement) {
        return switch (judgement) {
            case Judgement.Good good -> with(good.person(), request);
            case Judgement.Expired expired -> refused(request, Refusal.EXPIRED_TOKEN);
            case Judgement.Bad bad -> refused(request, Refusal.UNKNOWN_TOKEN);
            case Judgement.IssuerAway away -> refused(request, Refusal.ISSUER_AWAY);
        };
    }

    private Decision with(Person person, AskedFor request) {
        var actor = Actor.token(person.subject(), person.owner(), request.address());
        return known(request, actor, scopes(person), usual);
    }

    private static Set<Scope> scopes(Person person) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var scope : Scope.values()) {
            var may =
                    switch (scope) {
                        case SUBMIT -> person.maySubmit();
                        case READ -> person.mayRead();
                        case ADMIN -> person.mayAdmin();
                    };
            if (may) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private Decision known(AskedFor request, Actor actor, Set<Scope> scopes, Limits limits) {
        var retryAfter = rate.count(actor.id(), limits.requestsAMinute());
        if (retryAfter.isPresent()) {
            return new Refused(actor, Refusal.TOO_MANY_REQUESTS, retryAfter);
        }
        var needed = NeededScope.of(request.method(), request.path());
        return needed.isIn(scopes)
                ? new Admitted(Admission.of(actor, scopes.contains(Scope.ADMIN), limits))
                : new Refused(actor, Refusal.withoutScope(needed));
    }

    private static Decision onLoopback(AskedFor request) {
        if (!LoopbackHost.is(request.host())) {
            return refused(request, Refusal.FOREIGN_HOST);
        }
        if (request.origin() != null && !LoopbackHost.isOrigin(request.origin())) {
            return refused(request, Refusal.FOREIGN_ORIGIN);
        }
        if (!request.marked() && FormRequest.is(request.method(), request.contentType())) {
            return refused(request, Refusal.FORM);
        }
        return new Admitted(Admission.ofThisMachine(request.address()));
    }

    private static Decision refused(AskedFor request, Refusal refusal) {
        return new Refused(Actor.nobody(request.address()), refusal);
    }
}
