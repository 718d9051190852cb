package org.webinararchiver.api.dispatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Samples;
import org.webinararchiver.platform.task.Transactions;

/** Without a broker links are taken as ever, and the dispatcher does not give up; workers find the tasks themselves. */
@ApiTest
@TestProfile(BrokerAwayTest.NobodyListens.class)
class BrokerAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Nothing listens at port 1. */
    public static final class NobodyListens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.outgoing.task-wakeups.port", "1", "archiver.dispatch.depth", "1");
        }
    }

    @Inject
    EntityManager database;

    @Inject
    Transactions transactions;

    @Test
    void linksAreTakenAndTheDispatcherGoesOnTrying() {
        var first = submit();
        var second = submit();
        await().atMost(PATIENCE).until(() -> isTried(first) && isTried(second));
        var third = submit();
        await().atMost(PATIENCE).until(() -> isTried(third));
    }

    private static UUID submit() {
        return UUID.fromString(given().contentType(ContentType.JSON)
                .body(Map.of("link", Samples.link()))
                .post("/api/v1/recordings")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private boolean isTried(UUID recording) {
        return transactions
                        .call(() -> database.createNativeQuery(
                                        "select 1 from task where recording_id = :recording and announced_at is not null")
                                .setParameter("recording", recording)
                                .getResultList())
                        .size()
                == 1;
    }
}
