package org.webinararchiver.api.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.Life;
import org.webinararchiver.api.Samples;

/**
 * The description of the API says what the API does, and docs/api.md says what the description says.
 * {@code -Ddocs.write=true} writes that page anew.
 */
@ApiTest
class ApiDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "api.md");

    @Inject
    Life life;

    @Inject
    ObjectMapper json;

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        var page = ApiPage.of(description());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page)
                .as("docs/api.md is written anew by this test with -Ddocs.write=true")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyOperationHasWordsAnswersAndErrors() throws IOException {
        var operations = operations();
        assertThat(operations).hasSizeGreaterThan(12);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.path("operationId").asText()).isNotBlank();
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("responses").properties())
                    .anySatisfy(answer -> assertThat(answer.getKey()).startsWith("2"))
                    .allSatisfy(answer -> assertThat(
                                    answer.getValue().path("description").asText())
                            .isNotBlank());
            assertThat(operation.path("responses").properties())
                    .extracting(Map.Entry::getKey)
                    .contains("500", "503");
            assertThat(operation.path("responses").properties())
                    .filteredOn(answer -> answer.getKey().matches("[45].."))
                    .allSatisfy(error -> assertThat(error.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .isEqualTo("#/components/schemas/Problem"));
        });
    }

    @Test
    void everyAnswerThatIsARecordingHasAnExample() throws IOException {
        var answers = operations().stream()
                .flatMap(operation -> operation.path("responses").properties().stream())
                .map(answer -> answer.getValue().at("/content/application~1json"))
                .filter(content -> content.at("/schema/$ref").asText().endsWith("/Recording"))
                .toList();
        assertThat(answers).hasSizeGreaterThan(7);
        assertThat(answers)
                .allSatisfy(content -> assertThat(
                                content.at("/examples/recording/value/page").asText())
                        .isNotBlank());
    }

    @Test
    void aRecordingHasItsFieldsInTheOrderOfARealAnswer() throws IOException {
        var id = life.submitted();
        var real = json.readTree(given().get("/api/v1/recordings/" + id).asByteArray());
        assertThat(description().at("/components/schemas/Recording/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(real::fieldNames);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        var api = description();
        assertThat(api.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    @Test
    void anExampleHasExactlyTheFieldsOfARealAnswer() throws IOException {
        var id = life.submitted();
        life.finished(id, new byte[10]);
        var real = json.readTree(given().get("/api/v1/recordings/" + id).asByteArray());
        var example = json.readTree(Examples.RECORDING);
        assertThat(names(example)).isEqualTo(names(real));
        assertThat(names(example.path("options"))).isEqualTo(names(real.path("options")));
        assertThat(names(example.path("progress"))).isEqualTo(names(real.path("progress")));
        assertThat(names(example.at("/artifacts/0"))).isEqualTo(names(real.at("/artifacts/0")));
        var list = json.readTree(given().get("/api/v1/recordings?limit=1").asByteArray());
        assertThat(names(json.readTree(Examples.SUMMARY))).isEqualTo(names(list.at("/recordings/0")));
        assertThat(names(json.readTree(Examples.LIST))).isEqualTo(names(list));
        assertThat(names(json.readTree(Examples.PROBLEM)))
                .isEqualTo(
                        names(json.readTree(given().get("/api/v1/recordings/17").asByteArray())));
    }

    @Test
    void theExampleOfATimelineHasExactlyTheFieldsOfARealOne() throws IOException {
        var id = life.submitted();
        var lesson = Samples.lesson("Anna");
        life.planned(id, lesson);
        life.missing(id, lesson.segments().get(1).id());
        var real = json.readTree(
                given().get("/api/v1/recordings/" + id + "/timeline").asByteArray());
        var example = json.readTree(Examples.TIMELINE);
        assertThat(names(example)).isEqualTo(names(real));
        for (var list : List.of("scenes", "tracks", "slides", "gaps", "messages")) {
            assertThat(names(example.at("/" + list + "/0"))).as(list).isEqualTo(names(real.at("/" + list + "/0")));
        }
        assertThat(names(example.at("/scenes/0/stage"))).isEqualTo(names(real.at("/scenes/0/stage")));
        assertThat(names(example.at("/scenes/0/stage/person"))).isEqualTo(names(real.at("/scenes/0/stage/person")));
        assertThat(names(example.at("/scenes/3/people/0"))).isEqualTo(names(real.at("/scenes/1/people/0")));
        assertThat(names(example.at("/tracks/0/clips/0"))).isEqualTo(names(real.at("/tracks/0/clips/0")));
    }

    @Test
    void whatIsSentInExamplesIsTaken() {
        given().contentType(ContentType.JSON)
                .body(Examples.SUBMISSION.replace(
                        "https://my.mts-link.ru/12345678/987654321/record-new/1234567", Samples.link()))
                .post("/api/v1/recordings")
                .then()
                .statusCode(202);
        given().contentType(ContentType.JSON)
                .body(Examples.BATCH)
                .post("/api/v1/recordings/batch")
                .then()
                .statusCode(202);
    }

    @Test
    void theApiCanBeTriedInABrowser() {
        given().get("/q/swagger-ui/").then().statusCode(200).contentType(ContentType.HTML);
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private List<JsonNode> operations() throws IOException {
        var operations = new ArrayList<JsonNode>();
        description()
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("responses")) {
                        operations.add(operation);
                    }
                }));
        return operations;
    }

    private JsonNode description() throws IOException {
        return json.readTree(given().get("/q/openapi?format=json").asByteArray());
    }
}
