package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;

@ApiTest
class HoldTest {
    @Inject
    Life life;

    private UUID id;

    @BeforeEach
    void finish() throws IOException {
        id = life.submitted();
        life.finished(id, new byte[10]);
    }

    @Test
    void whatIsHeldIsNotRemovedUntilItIsReleased() {
        post("hold").body("held", equalTo(true));
        refused(given().delete("/api/v1/recordings/" + id), 409, "held");
        given().get("/api/v1/recordings/" + id).then().statusCode(200).body("state", equalTo("PROCESSED"));

        post("release").body("held", equalTo(false));
        given().delete("/api/v1/recordings/" + id).then().statusCode(204);
    }

    @Test
    void whatIsDoneTwiceIsAsItWas() {
        post("hold").body("held", equalTo(true));
        post("hold").body("held", equalTo(true));
        post("release").body("held", equalTo(false));
        post("release").body("held", equalTo(false));
    }

    private ValidatableResponse post(String what) {
        return given().header("X-Webinar-Archiver", "1")
                .post("/api/v1/recordings/%s/%s".formatted(id, what))
                .then()
                .statusCode(200);
    }
}
