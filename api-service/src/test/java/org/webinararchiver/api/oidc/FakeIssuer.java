package org.webinararchiver.api.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An OpenID Connect issuer on loopback, as far as whoever checks its tokens sees it. */
public final class FakeIssuer implements AutoCloseable {
    public static final String AUDIENCE = "archive";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile PublicJsonWebKey key = newKey();
    private volatile boolean away;
    private volatile String nameItTells;

    private FakeIssuer(HttpServer server) {
        this.server = server;
        this.nameItTells = name();
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%s","jwks_uri":"%s/keys"}""".formatted(nameItTells, name())));
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer(exchange, new JsonWebKeySet(List.<JsonWebKey>of(key)).toJson());
        });
        server.start();
    }

    /** @param port 0 for any */
    public static FakeIssuer start(int port) throws IOException {
        return new FakeIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    public String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often its keys were asked for. */
    int asked() {
        return asked.get();
    }

    /** It signs with another key from now on, and tells no other. */
    void signWithAnotherKey() {
        signWith(newKey());
    }

    void signWith(PublicJsonWebKey another) {
        key = another;
    }

    /** It answers, but not what it is asked for. */
    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    void callItself(String name) {
        nameItTells = name;
    }

    PublicJsonWebKey key() {
        return key;
    }

    /** A good token for an hour, but for what is changed of it. */
    public String token(String subject, Consumer<JwtClaims> changes) {
        return signed(key, claims(subject, changes));
    }

    JwtClaims claims(String subject, Consumer<JwtClaims> changes) {
        var claims = new JwtClaims();
        claims.setIssuer(name());
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setExpirationTimeMinutesInTheFuture(60);
        changes.accept(claims);
        return claims;
    }

    static String signed(PublicJsonWebKey key, JwtClaims claims) {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(
                key instanceof RsaJsonWebKey
                        ? AlgorithmIdentifiers.RSA_USING_SHA256
                        : AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return compact(token);
    }

    static String compact(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicJsonWebKey newKey() {
        return named(EcJwkGenerator::generateJwk, EllipticCurves.P256);
    }

    static PublicJsonWebKey newRsaKey() {
        return named(RsaJwkGenerator::generateJwk, 2048);
    }

    private interface Generator<T> {
        PublicJsonWebKey of(T size) throws JoseException;
    }

    private static <T> PublicJsonWebKey named(Generator<T> generator, T size) {
        try {
            var key = generator.of(size);
            key.setKeyId(UUID.randomUUID().toString());
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(away ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
