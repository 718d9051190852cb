package org.webinararchiver.api.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.api.Problems.refused;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.access.MadeKey;
import org.webinararchiver.platform.task.Transactions;

@ApiTest
class EventsTest {
    private static final int CROWD = 200;

    @Inject
    Life life;

    @Inject
    EventHub hub;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    @Inject
    DataSource keys;

    @TestHTTPResource("/api/v1/recordings/")
    URI recordings;

    /** Each listener has a connection of its own, as in browsers. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<EventStream> streams = new ArrayList<>();
    private UUID id;

    @BeforeEach
    void submit() {
        transactions.run(
                () -> database.createNativeQuery("delete from recording").executeUpdate());
        id = life.submitted();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var stream : streams) {
            stream.close();
        }
        await().untilAsserted(() -> assertThat(hub.listening()).isZero());
    }

    @Test
    void aRecordingIsToldOfFromWhereItIsToItsEnd() throws Exception {
        var stream = listen(id + "/events");
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.type()).startsWith("text/event-stream");
        awaitStates(stream, "PENDING");
        life.planned(id);
        awaitStates(stream, "PENDING", "DOWNLOADING");
        life.failed(id);
        awaitStates(stream, "PENDING", "DOWNLOADING", "FAILED");
        await().until(stream::hasEnded);
        assertThat(stream.events()).extracting(EventStream.Event::name).containsOnly("recording");
        assertThat(stream.events().stream().map(event -> Long.parseLong(event.id())))
                .isSorted();
        assertThat(JsonPath.from(stream.events().getLast().data()).getString("failure.advice"))
                .isEqualTo("Log in.");
    }

    @Test
    void progressIsToldToo() throws Exception {
        life.planned(id);
        var stream = listen(id + "/events");
        awaitStates(stream, "DOWNLOADING");
        life.fetchedOne(id, 1234);
        await().until(() -> stream.events().size() == 2);
        assertThat(JsonPath.from(stream.events().getLast().data()).getInt("progress.bytes"))
                .isEqualTo(1234);
    }

    @Test
    void pausingIsTold() throws Exception {
        var stream = listen("events");
        awaitStates(stream, "PENDING");
        given().header("X-Webinar-Archiver", "1")
                .post("/api/v1/recordings/" + id + "/pause")
                .then()
                .statusCode(200);
        await().until(() -> stream.events().size() == 2);
        assertThat(JsonPath.from(stream.events().getLast().data()).getBoolean("paused"))
                .isTrue();
    }

    @Test
    void whoListensToAllIsToldOfNewOnesAndOfThoseThatAreNoMore() throws Exception {
        var stream = listen("events");
        awaitStates(stream, "PENDING");
        var other = life.submitted();
        await().until(() -> idsOf(stream).contains(other.toString()));
        given().delete("/api/v1/recordings/" + id).then().statusCode(204);
        await().untilAsserted(() -> assertThat(stream.events())
                .anyMatch(
                        event -> event.name().equals("removed") && event.data().contains(id.toString())));
    }

    @Test
    void whoMayAllIsToldOfTheRecordingsOfAllOwners() throws Exception {
        var stream = listen("events", "Authorization", MadeKey.admin(keys, "head"));
        awaitStates(stream, "PENDING");
        var annas = life.submitted("anna");
        await().until(() -> idsOf(stream).contains(annas.toString()));
        life.failed(annas);
        await().untilAsserted(() -> assertThat(statesOf(stream)).endsWith("FAILED"));
        var last = stream.events().getLast().id();
        stream.close();
        life.failed(id);
        var again = listen("events", "Authorization", MadeKey.admin(keys, "head"), "Last-Event-ID", last);
        await().untilAsserted(() -> assertThat(idsOf(again)).contains(id.toString()));
    }

    @Test
    void whoMayReadIsToldOfItsOwnRecordingsAlone() throws Exception {
        var annas = life.submitted("anna");
        var stream = listen("events", "Authorization", MadeKey.reading(keys, "anna"));
        awaitStates(stream, "PENDING");
        life.failed(id);
        life.failed(annas);
        await().untilAsserted(() -> assertThat(statesOf(stream)).endsWith("FAILED"));
        assertThat(idsOf(stream)).containsOnly(annas.toString());
    }

    @Test
    void whoMayAllIsToldOfOneRecordingOfAnotherOwner() throws Exception {
        var stream = listen(id + "/events", "Authorization", MadeKey.admin(keys, "head"));
        var owners = listen(id + "/events");
        awaitStates(stream, "PENDING");
        awaitStates(owners, "PENDING");
        life.planned(id);
        awaitStates(stream, "PENDING", "DOWNLOADING");
        awaitStates(owners, "PENDING", "DOWNLOADING");
    }

    @Test
    void aStreamOfOneEndsWhenItIsNoMore() throws Exception {
        var stream = listen(id + "/events");
        awaitStates(stream, "PENDING");
        given().delete("/api/v1/recordings/" + id).then().statusCode(204);
        await().until(stream::hasEnded);
        assertThat(stream.events().getLast().name()).isEqualTo("removed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoGoesOnIsToldWhatHappenedMeanwhile(boolean byHeader) throws Exception {
        var first = listen("events");
        awaitStates(first, "PENDING");
        await().until(() -> !first.events().getLast().id().isEmpty());
        var last = first.events().getLast().id();
        first.close();
        life.failed(id);
        var other = life.submitted();
        var second = byHeader ? listen("events", "Last-Event-ID", last) : listen("events?lastEventId=" + last);
        await().untilAsserted(() -> assertThat(idsOf(second)).contains(id.toString(), other.toString()));
        assertThat(statesOf(second)).contains("FAILED", "PENDING");
    }

    /** A number is given before a transaction ends; what ends later with a lower one must not be passed over. */
    @Test
    void whatEndsLateIsToldThoughOthersWereQuicker() throws Exception {
        var stream = listen("events");
        awaitStates(stream, "PENDING");
        var changed = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        var late = Thread.ofVirtual()
                .start(() -> transactions.run(() -> {
                    database.createNativeQuery("update recording set state = 'CANCELLED' where id = :id")
                            .setParameter("id", id)
                            .executeUpdate();
                    changed.countDown();
                    awaitQuietly(others);
                }));
        changed.await();
        var quick = life.submitted();
        life.failed(quick);
        var rounds = stream.comments();
        await().until(() -> stream.comments() > rounds);
        others.countDown();
        late.join();
        await().untilAsserted(() -> assertThat(statesOf(stream)).contains("CANCELLED", "FAILED"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSilenceIsBroken() throws Exception {
        var stream = listen(id + "/events");
        awaitStates(stream, "PENDING");
        await().until(() -> stream.comments() >= 2);
        assertThat(stream.events()).hasSize(1);
    }

    @Test
    void whatHasEndedIsToldOnceAndWhoKnowsItIsSentAway() throws Exception {
        life.failed(id);
        var stream = listen(id + "/events");
        awaitStates(stream, "FAILED");
        await().until(stream::hasEnded);
        var again = listen(
                id + "/events", "Last-Event-ID", stream.events().getLast().id());
        assertThat(again.status()).isEqualTo(204);
    }

    @Test
    void twoHundredListenersTakeNoThreads() throws Exception {
        for (int listener = 0; listener < CROWD; listener++) {
            listen(id + "/events");
        }
        await().until(() -> streams.stream().noneMatch(stream -> stream.events().isEmpty()));
        assertThat(hub.listening()).isEqualTo(CROWD);
        assertThat(workerThreads()).isLessThan(CROWD / 2);
        life.failed(id);
        await().until(() -> streams.stream().allMatch(EventStream::hasEnded));
        assertThat(streams).allSatisfy(stream -> assertThat(statesOf(stream)).endsWith("FAILED"));
    }

    private static long workerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("executor-thread"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-number", "-1", "1e9", "99999999999999999999"})
    void whatIsNoEventIsRefused(String last) {
        refused(given().header("Last-Event-ID", last).get("/api/v1/recordings/events"), 400, "not-a-lastEventId");
        refused(given().get("/api/v1/recordings/events?lastEventId=" + last), 400, "not-a-lastEventId");
    }

    /** Numbers of another database, restored from elsewhere, say nothing here. */
    @Test
    void aNumberFromTheFutureIsAsNone() throws Exception {
        awaitStates(listen("events", "Last-Event-ID", "99999999999"), "PENDING");
    }

    @Test
    void whatIsNotThereIsNotListenedTo() {
        refused(given().get("/api/v1/recordings/" + UUID.randomUUID() + "/events"), 404, "not-found");
        refused(given().get("/api/v1/recordings/17/events"), 404, "not-found");
    }

    private EventStream listen(String path, String... headers) throws IOException, InterruptedException {
        var stream = EventStream.open(client, recordings.resolve(path), headers);
        streams.add(stream);
        return stream;
    }

    private static void awaitStates(EventStream stream, String... states) {
        await().untilAsserted(() -> assertThat(statesOf(stream)).containsExactly(states));
    }

    /** In which states it was told of; a state is told again when something else of a recording has changed. */
    private static List<String> statesOf(EventStream stream) {
        var states = new ArrayList<String>();
        told(stream)
                .map(event -> JsonPath.from(event.data()).getString("state"))
                .forEach(state -> {
                    if (states.isEmpty() || !states.getLast().equals(state)) {
                        states.add(state);
                    }
                });
        return states;
    }

    private static List<String> idsOf(EventStream stream) {
        return told(stream)
                .map(event -> JsonPath.from(event.data()).getString("id"))
                .toList();
    }

    private static Stream<EventStream.Event> told(EventStream stream) {
        return stream.events().stream().filter(event -> event.name().equals("recording"));
    }
}
