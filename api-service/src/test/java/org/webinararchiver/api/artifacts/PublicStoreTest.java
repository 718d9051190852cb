package org.webinararchiver.api.artifacts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.platform.storage.StorageSettings;

/** Where the store is reached from outside, files come from there. */
@ApiTest
@TestProfile(PublicStoreTest.Public.class)
class PublicStoreTest {

    @Inject
    Life life;

    @Inject
    StorageSettings settings;

    /** The store has two names, and the service itself uses the other one. */
    public static class Public implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("archiver.storage.public-endpoint", "${archiver.storage.endpoint}");
        }
    }

    @Test
    void aFileComesFromTheStoreUnderItsNameAndInParts() throws IOException {
        assumeTrue(settings.kind() == StorageSettings.Kind.S3);
        var video = new byte[] {1, 2, 3, 4, 5};
        var path = finished(video);
        var redirect = given().redirects().follow(false).get(path);
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.header("Cache-Control")).isEqualTo("no-store");
        var file = fetch(redirect.header("Location"), "");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).isEqualTo("video/mp4");
        assertThat(file.header("Content-Disposition")).contains("Algebra_2026-01-28_17_06_28.mp4");
        assertThat(file.asByteArray()).isEqualTo(video);
        var part = fetch(redirect.header("Location"), "bytes=1-2");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asByteArray()).isEqualTo(new byte[] {2, 3});
    }

    @Test
    void theAddressOpensNothingElse() throws IOException {
        assumeTrue(settings.kind() == StorageSettings.Kind.S3);
        var path = finished(new byte[10]);
        var address = given().redirects().follow(false).get(path).header("Location");
        var id = path.split("/")[4];
        var other = address.replace(id, UUID.randomUUID().toString());
        assertThat(fetch(other, "").statusCode()).isEqualTo(403);
        assertThat(address).contains("X-Amz-Expires=3600");
    }

    @Test
    void whatIsNotThereIsNotLookedForInTheStore() {
        assertThat(given().redirects()
                        .follow(false)
                        .get("/api/v1/recordings/" + life.submitted() + "/artifacts/video.mp4")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void headIsAnsweredHere() throws IOException {
        assertThat(given().head(finished(new byte[10])).header("Content-Length"))
                .isEqualTo("10");
    }

    private static Response fetch(String address, String range) {
        var request = given().urlEncodingEnabled(false);
        return (range.isEmpty() ? request : request.header("Range", range)).get(address);
    }

    private String finished(byte[] video) throws IOException {
        var id = life.submitted();
        life.finished(id, video);
        return "/api/v1/recordings/" + id + "/artifacts/video.mp4";
    }
}
