package org.webinararchiver.api.recordings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.platform.room.Room;

/** A store without room closes the intake, in words that help, and nothing else. */
@ApiTest
class NoRoomTest {
    private static final String INTAKE = "checks.find { it.name == 'Room for recordings' }.data.intake";

    @Inject
    Room room;

    @AfterEach
    void thereIsRoom() {
        room.workWasDone();
    }

    @Test
    void aSubmissionIsRefusedUntilThereIsRoom() {
        room.storeIsFull("The bucket has reached its quota");
        submit().statusCode(507)
                .contentType(containsString("application/problem+json"))
                .body("type", endsWith(":storage-full"))
                .body("title", containsString("The bucket has reached its quota"))
                .body("detail", containsString("Make room"));
        given().get("/api/v1/organisations").then().statusCode(200);
        room.workWasDone();
        submit().statusCode(202);
    }

    @Test
    void readinessTellsIt() {
        given().get("/q/health/ready").then().body(INTAKE, startsWith("open"));
        room.storeIsFull("The bucket has reached its quota");
        given().get("/q/health/ready").then().body(INTAKE, startsWith("paused: The bucket has reached its quota"));
    }

    private static ValidatableResponse submit() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("link", Samples.link()))
                .post("/api/v1/recordings")
                .then();
    }
}
