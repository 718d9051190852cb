package org.webinararchiver.api.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Judgement GOOD = new Judgement.Good(new Person("anna", "anna", true, true, false));
    private static final Judgement BAD = new Judgement.Bad();
    private static final Judgement EXPIRED = new Judgement.Expired();
    private static final Judgement AWAY = new Judgement.IssuerAway();

    private FakeIssuer issuer;
    private Tokens tokens;

    @BeforeEach
    void start() throws IOException {
        issuer = FakeIssuer.start(0);
        tokens = tokens(Map.of());
    }

    @AfterEach
    void stop() {
        tokens.stop(new ShutdownEvent());
        issuer.close();
    }

    @Test
    void aTokenOfTheIssuerForUsIsGood() {
        assertThat(judged(good())).isEqualTo(GOOD);
        assertThat(tokens.judge(good()).toCompletableFuture())
                .as("the keys are known by now")
                .isDone();
        assertThat(issuer.asked()).isEqualTo(1);
    }

    @Test
    void theIssuerMaySignWithRsaToo() {
        issuer.signWith(FakeIssuer.newRsaKey());
        assertThat(judged(good())).isEqualTo(GOOD);
    }

    @Test
    void aTokenThatHasExpiredIsToldFromOthers() {
        assertThat(judged(changed(claims -> claims.setExpirationTimeMinutesInTheFuture(-1))))
                .isEqualTo(EXPIRED);
    }

    @Test
    void clocksMayDifferByHalfAMinute() {
        assertThat(judged(changed(claims -> claims.setExpirationTimeMinutesInTheFuture(-0.3f))))
                .isEqualTo(GOOD);
    }

    @Test
    void aTokenForSomebodyElseOrOfSomebodyElseIsBad() {
        assertThat(judged(changed(claims -> claims.setAudience("another")))).isEqualTo(BAD);
        assertThat(judged(changed(claims -> claims.unsetClaim("aud")))).isEqualTo(BAD);
        assertThat(judged(changed(claims -> claims.setIssuer("https://evil.example"))))
                .isEqualTo(BAD);
        assertThat(judged(changed(claims -> claims.unsetClaim("iss")))).isEqualTo(BAD);
        assertThat(judged(changed(claims -> claims.unsetClaim("sub")))).isEqualTo(BAD);
        assertThat(judged(changed(claims -> claims.unsetClaim("exp"))))
                .as("without an end")
                .isEqualTo(BAD);
        assertThat(judged(changed(claims -> claims.setNotBeforeMinutesInThePast(-5))))
                .as("not yet")
                .isEqualTo(BAD);
    }

    @Test
    void aTokenWithoutASignatureIsBad() {
        var claims = issuer.claims("anna", TokensTest::roles).toJson();
        var unsigned = coded("{\"alg\":\"none\"}") + "." + coded(claims) + ".";
        assertThat(tokens.mayBeOne(unsigned)).isFalse();
        assertThat(judged(unsigned + coded("x"))).isEqualTo(BAD);
        assertThat(issuer.asked())
                .as("nobody is asked for a key that nothing was signed with")
                .isZero();
    }

    /** Whoever takes the public key for a shared secret is fooled by this. */
    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS512"})
    void aTokenThatIsSealedWithThePublicKeyIsBad(String algorithm) {
        var token = new JsonWebSignature();
        token.setPayload(issuer.claims("anna", TokensTest::roles).toJson());
        token.setKey(new HmacKey(issuer.key().getPublicKey().getEncoded()));
        token.setKeyIdHeaderValue(issuer.key().getKeyId());
        token.setAlgorithmHeaderValue(algorithm);
        assertThat(judged(FakeIssuer.compact(token))).isEqualTo(BAD);
    }

    @Test
    void aTokenThatWasChangedIsBad() {
        var parts = good().split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var forged = claims.replace("archiver-read", "archiver-admin");
        assertThat(forged).isNotEqualTo(claims);
        assertThat(judged(parts[0] + "." + coded(forged) + "." + parts[2])).isEqualTo(BAD);
    }

    @Test
    void aTokenOfAKeyThatTheIssuerDoesNotTellIsBad() {
        var token = FakeIssuer.signed(FakeIssuer.newKey(), issuer.claims("anna", TokensTest::roles));
        assertThat(judged(token)).isEqualTo(BAD);
        assertThat(issuer.asked()).as("it may have been a new one").isEqualTo(2);
    }

    @Test
    void aTokenOfAnotherKeyUnderAKnownNameIsBad() {
        var forger = FakeIssuer.newKey();
        forger.setKeyId(issuer.key().getKeyId());
        var claims = issuer.claims("anna", TokensTest::roles);
        assertThat(judged(FakeIssuer.signed(forger, claims))).isEqualTo(BAD);
    }

    @Test
    void theIssuerMayBeginToSignWithAnotherKeyAtAnyTime() {
        var before = good();
        assertThat(judged(before)).isEqualTo(GOOD);
        issuer.signWithAnotherKey();
        assertThat(judged(good())).isEqualTo(GOOD);
        assertThat(judged(before)).as("of a key that was withdrawn").isEqualTo(BAD);
    }

    @Test
    void howeverManyGuessKeysTheIssuerIsAskedOnceASecond() {
        assertThat(judged(good())).isEqualTo(GOOD);
        var claims = issuer.claims("anna", TokensTest::roles);
        var guessed = FakeIssuer.signed(FakeIssuer.newKey(), claims);
        var began = Instant.now();
        var crowd = IntStream.range(0, 200)
                .mapToObj(guess -> tokens.judge(guessed).toCompletableFuture())
                .toList();
        assertThat(crowd).extracting(CompletableFuture::join).containsOnly(BAD);
        assertThat(issuer.asked())
                .isLessThanOrEqualTo(
                        2 + (int) Duration.between(began, Instant.now()).dividedBy(IssuerKeys.LEAST_BETWEEN));
    }

    @Test
    void whileTheIssuerIsAwayNothingIsJudgedThatNeedsItsKeys() {
        issuer.goAway();
        assertThat(judged(good())).isEqualTo(AWAY);
        issuer.comeBack();
        assertThat(judged(good())).isEqualTo(GOOD);
        issuer.goAway();
        assertThat(judged(good())).as("its keys are known").isEqualTo(GOOD);
        issuer.signWithAnotherKey();
        assertThat(judged(good())).isEqualTo(AWAY);
    }

    @Test
    void anIssuerThatIsAnotherIsNotBelieved() {
        issuer.callItself("https://evil.example");
        assertThat(judged(good())).isEqualTo(AWAY);
    }

    @Test
    void rolesAndOwnerComeFromTheClaimsOfTheSettings() {
        tokens.stop(new ShutdownEvent());
        tokens = tokens(Map.of(
                "roles-claim", "realm_access/roles",
                "admin-role", "boss",
                "owner-claim", "https://archive.example/school"));
        assertThat(judged(changed(claims -> {
                    claims.setClaim("realm_access", Map.of("roles", List.of("boss", "other")));
                    claims.setClaim("https://archive.example/school", "school");
                })))
                .isEqualTo(new Judgement.Good(new Person("anna", "school", false, false, true)));
        assertThat(judged(good())).as("without an owner").isEqualTo(BAD);
    }

    @Test
    void rolesMayBeWordsWithBlanksBetween() {
        assertThat(judged(changed(claims -> claims.setStringClaim("roles", "archiver-submit archiver-read"))))
                .isEqualTo(GOOD);
        assertThat(judged(changed(claims -> claims.unsetClaim("roles"))))
                .isEqualTo(new Judgement.Good(new Person("anna", "anna", false, false, false)));
    }

    @Test
    void whereNoIssuerIsSetNothingIsAToken() {
        var off = new Tokens(settings(Map.of()));
        assertThat(off.mayBeOne(good())).isFalse();
    }

    @Test
    void settingsThatWouldTakeWhatIsNotForUsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tokens(settings(Map.of("issuer", "https://issuer.example"))))
                .withMessageContaining("archiver.oidc.audience");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Tokens(settings(Map.of("issuer", "http://issuer.example", "audience", "archive"))))
                .withMessageContaining("https://");
    }

    private Judgement judged(String token) {
        return tokens.judge(token).toCompletableFuture().join();
    }

    private String good() {
        return changed(claims -> {});
    }

    private String changed(Consumer<JwtClaims> changes) {
        return issuer.token("anna", claims -> {
            roles(claims);
            changes.accept(claims);
        });
    }

    private static void roles(JwtClaims claims) {
        claims.setStringListClaim("roles", "archiver-submit", "archiver-read", "another");
    }

    private Tokens tokens(Map<String, String> changes) {
        var settings = new HashMap<>(Map.of("issuer", issuer.name(), "audience", FakeIssuer.AUDIENCE));
        settings.putAll(changes);
        return new Tokens(settings(settings));
    }

    private static OidcSettings settings(Map<String, String> values) {
        var settings = new SmallRyeConfigBuilder().withMapping(OidcSettings.class);
        values.forEach((name, value) -> settings.withDefaultValue("archiver.oidc." + name, value));
        return settings.build().getConfigMapping(OidcSettings.class);
    }

    private static String coded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
