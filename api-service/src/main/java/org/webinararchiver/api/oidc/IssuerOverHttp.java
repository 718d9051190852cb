package org.webinararchiver.api.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Asks the issuer for its keys, and before that, where they are. */
final class IssuerOverHttp implements IssuerKeys.Source {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final long MOST_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Issuer issuer;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(PATIENCE)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();

    IssuerOverHttp(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public List<JsonWebKey> read() throws IOException {
        var place = issuer.jwks().isPresent() ? issuer.jwks().get() : discovered();
        try {
            return new JsonWebKeySet(text(place)).getJsonWebKeys();
        } catch (JoseException e) {
            throw new IOException(place + " answers no set of keys", e);
        }
    }

    private HttpUrl discovered() throws IOException {
        var told = json(issuer.discovery());
        if (!told.path("issuer").asText().equals(issuer.name())) {
            throw new IOException("%s tells of the issuer \"%s\", not of %s"
                    .formatted(issuer.discovery(), told.path("issuer").asText(), issuer.name()));
        }
        try {
            return Issuer.address("jwks_uri", told.path("jwks_uri").asText());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private JsonNode json(HttpUrl url) throws IOException {
        return JSON.readTree(text(url));
    }

    private String text(HttpUrl url) throws IOException {
        try (var answer = http.newCall(new Request.Builder().url(url).build()).execute()) {
            if (answer.code() != 200) {
                throw new IOException("%s answers %d".formatted(url, answer.code()));
            }
            var bytes = answer.body().byteStream().readNBytes((int) MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(url + " answers more than a megabyte");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
