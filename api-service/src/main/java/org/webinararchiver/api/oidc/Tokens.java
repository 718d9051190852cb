package org.webinararchiver.api.oidc;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Judges tokens of an OpenID Connect issuer by its keys. Nothing of it runs, and nobody is asked, where no issuer is
 * set.
 */
@ApplicationScoped
public class Tokens {
    /** Signatures that only the issuer can make; with HS… whoever can check them could. */
    private static final String[] ALGORITHMS = {
        AlgorithmIdentifiers.RSA_USING_SHA256,
        AlgorithmIdentifiers.RSA_USING_SHA384,
        AlgorithmIdentifiers.RSA_USING_SHA512,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
        AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
        AlgorithmIdentifiers.EDDSA
    };

    /** Header, claims and signature, of which the last may not be missing. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final int CLOCKS_DIFFER_SECONDS = 30;
    private static final Logger LOG = Logger.getLogger(Tokens.class);

    private final Optional<Issuer> issuer;
    private final Optional<IssuerKeys> keys;
    private final Claims claims;

    public Tokens(OidcSettings settings) {
        this.issuer = Issuer.of(settings);
        this.keys = issuer.map(known -> new IssuerKeys(new IssuerOverHttp(known)));
        this.claims = new Claims(settings);
    }

    /** Settings that have no meaning are told now and not when the first token comes. */
    void start(@Observes StartupEvent event) {
        issuer.ifPresent(known -> LOG.infof("tokens of %s are taken", known.name()));
    }

    void stop(@Observes ShutdownEvent event) {
        keys.ifPresent(IssuerKeys::close);
    }

    /** Whether tokens are taken, and this may be one. */
    public boolean mayBeOne(String text) {
        return issuer.isPresent() && FORM.matcher(text).matches();
    }

    /** At once, but while the issuer is asked for its keys. */
    public CompletionStage<Judgement> judge(String token) {
        if (!isSignedByAnIssuer(token)) {
            return CompletableFuture.completedStage(new Judgement.Bad());
        }
        return keys.orElseThrow()
                .known()
                .thenCompose(known -> judged(token, known)
                        .<CompletionStage<Judgement>>map(CompletableFuture::completedStage)
                        .orElseGet(() -> withNewKeys(token)))
                .exceptionally(notTold -> new Judgement.IssuerAway());
    }

    /** The issuer may have begun to sign with another key just now. */
    private CompletionStage<Judgement> withNewKeys(String token) {
        return keys.orElseThrow().anew().thenApply(known -> judged(token, known).orElseGet(Judgement.Bad::new));
    }

    /** Before anybody is asked for keys; whether the signature is right is seen later. */
    private static boolean isSignedByAnIssuer(String token) {
        try {
            var signed = new JsonWebSignature();
            signed.setCompactSerialization(token);
            return Set.of(ALGORITHMS).contains(signed.getAlgorithmHeaderValue());
        } catch (JoseException | RuntimeException e) {
            LOG.debug("a token was not understood", e);
            return false;
        }
    }

    /** Empty when it may be signed with a key that is none of these. */
    private Optional<Judgement> judged(String token, List<JsonWebKey> known) {
        try {
            return Optional.of(good(consumer(known).processToClaims(token)));
        } catch (InvalidJwtException e) {
            LOG.debugf("a token was refused: %s", e.getErrorDetails());
            if (e.getCause() instanceof UnresolvableKeyException) {
                return Optional.empty();
            }
            return Optional.of(e.hasExpired() ? new Judgement.Expired() : new Judgement.Bad());
        } catch (MalformedClaimException e) {
            LOG.debug("a token was refused", e);
            return Optional.of(new Judgement.Bad());
        }
    }

    private Judgement good(JwtClaims told) throws MalformedClaimException {
        return claims.person(told.getSubject(), told.getClaimsMap())
                .<Judgement>map(Judgement.Good::new)
                .orElseGet(() -> {
                    LOG.debug("a token was refused: it has no owner");
                    return new Judgement.Bad();
                });
    }

    private JwtConsumer consumer(List<JsonWebKey> known) {
        var expected = issuer.orElseThrow();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(known))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHMS)
                .setExpectedIssuer(expected.name())
                .setExpectedAudience(expected.audience().toArray(String[]::new))
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCKS_DIFFER_SECONDS)
                .build();
    }
}
