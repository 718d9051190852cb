package org.webinararchiver.systemtests.services;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The API as a program of somebody else uses it. */
public final class RecordingsApi {
    private static final Set<String> ENDS = Set.of("PROCESSED", "FAILED", "CANCELLED", "SKIPPED");

    private static final Set<String> DOWNLOADED = Set.of("DOWNLOADED", "PROCESSING", "PROCESSED");
    private static final Duration TO_DOWNLOAD = Duration.ofSeconds(60);

    /** Less than the minutes after which a worker that was not woken would look by itself. */
    private static final Duration TO_ARCHIVE = Duration.ofSeconds(120);

    private final int port;
    private final Map<String, String> headers;

    RecordingsApi(int port) {
        this(port, Map.of());
    }

    private RecordingsApi(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** The API at this port of this machine, which wants a key. */
    public static RecordingsApi withKey(int port, String key) {
        return new RecordingsApi(port, Map.of("Authorization", "Bearer " + key));
    }

    /** Submits a link, as JSON; answers whatever the service answers. */
    Response submit(Map<String, ?> submission) {
        return request().contentType("application/json").body(submission).post("/api/v1/recordings");
    }

    /** Submits a link that is accepted; answers the recording's id. */
    public String accepted(URI link) {
        return accepted(Map.of("link", link.toString()));
    }

    /** The same with options of the wanted file. */
    public String accepted(URI link, Map<String, ?> options) {
        return submit(Map.of("link", link.toString(), "options", options))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    String accepted(Map<String, String> submission) {
        return submit(submission).then().statusCode(202).extract().path("id");
    }

    /** Where links are submitted. */
    public URI submissions() {
        return URI.create("http://127.0.0.1:%d/api/v1/recordings".formatted(port));
    }

    /** Submits a list of links, a line each; answers the ids of those that are accepted. */
    public List<String> acceptedOfList(String list) {
        return request()
                .header("X-Webinar-Archiver", "1")
                .contentType("text/plain; charset=utf-8")
                .body(list)
                .post("/api/v1/recordings/batch")
                .then()
                .statusCode(202)
                .extract()
                .path("accepted.id");
    }

    public JsonPath show(String id) {
        return request()
                .get("/api/v1/recordings/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** As {@link #ended}, for as long as a large one, or many, may take. */
    public JsonPath finished(String id) {
        return ended(id, Duration.ofMinutes(8));
    }

    /** Waits until nothing will happen to the recording any more; answers how it stands then. */
    JsonPath ended(String id) {
        return ended(id, TO_ARCHIVE);
    }

    private JsonPath ended(String id, Duration atMost) {
        return await("recording " + id + " has ended")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> show(id), recording -> ENDS.contains(recording.getString("state")));
    }

    /** Removes a recording that has ended, with all that was made of it. */
    void remove(String id) {
        request().delete("/api/v1/recordings/{id}", id).then().statusCode(204);
    }

    /** Waits until all files of the recording are here, at most a minute. */
    public void downloaded(String id) {
        await("recording " + id + " is downloaded")
                .atMost(TO_DOWNLOAD)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> DOWNLOADED.contains(show(id).getString("state")));
    }

    /** The recording's finished file, saved in this folder. */
    public Path video(String id, Path folder) throws IOException {
        var file = folder.resolve(id + ".mp4");
        try (InputStream bytes = request()
                .get(show(id).getString("video"))
                .then()
                .statusCode(200)
                .contentType("video/mp4")
                .extract()
                .asInputStream()) {
            Files.copy(bytes, file);
        }
        return file;
    }

    RequestSpecification request() {
        return given().baseUri("http://127.0.0.1").port(port).headers(headers);
    }
}
