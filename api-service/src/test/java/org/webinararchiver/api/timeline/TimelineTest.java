package org.webinararchiver.api.timeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.webinararchiver.api.Problems.refused;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.Owner;
import org.webinararchiver.api.Samples;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.sources.Sources;

@ApiTest
class TimelineTest {
    private static final String SVG = "image/svg+xml";

    @Inject
    Life life;

    @Inject
    Intake intake;

    @Inject
    Sources sources;

    private UUID id;

    @BeforeEach
    void submit() {
        id = life.submitted();
    }

    private Response timeline(String accept) {
        return given().accept(accept).get(address());
    }

    private String address() {
        return "/api/v1/recordings/" + id + "/timeline";
    }

    @Test
    void theScenesTellWhatIsLookedAtAndWhoIsThere() throws IOException {
        life.planned(id, Samples.lesson("Anna"));

        given().get(address())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("X-Content-Type-Options", "nosniff")
                .body("title", equalTo("Algebra"))
                .body("startedAt", equalTo("2026-01-28T17:06:28+03:00"))
                .body("duration", equalTo("PT10M"))
                .body("scenes.from", contains("PT0S", "PT1M", "PT3M", "PT4M", "PT5M", "PT8M"))
                .body("scenes.until", contains("PT1M", "PT3M", "PT4M", "PT5M", "PT8M", "PT10M"))
                .body("scenes.stage.kind", contains("CAMERA", "CAMERA", "SLIDE", "CAMERA", "SCREEN", "CAMERA"))
                .body("scenes[0].stage.person.name", equalTo("Anna"))
                .body("scenes[0].people", empty())
                .body("scenes[1].people.name", contains("Boris"))
                .body("scenes[1].people.seen", contains(false))
                .body("scenes[1].messages", equalTo(1))
                .body("scenes[2].stage.slide", equalTo("7"))
                .body("scenes[2].people.name", contains("Anna"))
                .body("scenes[4].stage.track", equalTo("screen-3"));
    }

    @Test
    void tracksSlidesAndMessagesAreListed() throws IOException {
        life.planned(id, Samples.lesson("Anna"));

        given().get(address())
                .then()
                .body("tracks.id", contains("conference-1", "screen-3", "conference-2"))
                .body("tracks.person", contains("Anna", "Anna", "Boris"))
                .body("tracks[0].clips.until", contains("PT10M"))
                .body("tracks[0].clips.seen", contains(true))
                .body("tracks[2].clips.from", contains("PT1M"))
                .body("tracks[2].clips.seen", contains(false))
                .body("slides.name", contains("7"))
                .body("gaps", empty())
                .body("messages.text", contains("Good morning!"))
                .body("messages.author", contains("Vera"));
    }

    @Test
    void whatCouldNotBeHadIsAGap() throws IOException {
        var lesson = Samples.lesson("Anna");
        life.planned(id, lesson);
        life.missing(id, lesson.segments().get(1).id());

        given().get(address())
                .then()
                .body("gaps.track", contains("conference-2"))
                .body("gaps.person", contains("Boris"))
                .body("gaps.from", contains("PT1M"))
                .body("gaps.until", contains("PT3M"));
    }

    @Test
    void onlyThePartThatIsWantedIsTold() throws IOException {
        var options = new RenditionOptions(
                Optional.of(Duration.ofMinutes(3)), Optional.of(Duration.ofMinutes(2)), Look.USUAL, false, false);
        id = intake.submit(Owner.EVERYBODY, sources.recognise(Samples.link()).orElseThrow(), options)
                .id();
        life.planned(id, Samples.lesson("Anna"));

        given().get(address())
                .then()
                .body("duration", equalTo("PT2M"))
                .body("scenes.stage.kind", contains("SLIDE", "CAMERA"));
    }

    @Test
    void whoWantsAPictureGetsOneThatRunsNothing() throws IOException {
        life.planned(id, Samples.lesson("<script>alert(1)</script>"));

        timeline(SVG)
                .then()
                .statusCode(200)
                .contentType(startsWith(SVG))
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'none'"), containsString("sandbox")))
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept")
                .body(startsWith("<svg"))
                .body(containsString("Algebra"))
                .body(not(containsString("<script")));
    }

    @Test
    void anImageOnAPageIsAPictureAndAnAddressInABrowserIsJson() throws IOException {
        life.planned(id, Samples.lesson("Anna"));

        timeline("image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8").then().contentType(startsWith(SVG));
        timeline("text/html,application/xhtml+xml,*/*;q=0.8").then().contentType("application/json");
    }

    @Test
    void theFormatCanBeToldInTheAddress() throws IOException {
        life.planned(id, Samples.lesson("Anna"));

        given().get(address() + "?format=svg").then().contentType(startsWith(SVG));
        given().accept(SVG).get(address() + "?format=json").then().contentType("application/json");
        refused(given().get(address() + "?format=gif"), 400, "not-a-format");
        refused(given().get(address() + "?size=1"), 400, "unknown-parameter");
    }

    @Test
    void asLongAsNothingIsKnownOfItThereIsNone() {
        refused(given().get(address()), 404, "no-timeline-yet");
        refused(timeline(SVG), 404, "no-timeline-yet");
    }

    @Test
    void ofNoRecordingThereIsNone() {
        id = UUID.randomUUID();

        refused(given().get(address()), 404, "not-found");
        refused(timeline(SVG), 404, "not-found");
    }
}
