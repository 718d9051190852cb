package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.process.Program;

/** One process that serves the REST API, and commands that look after what it has archived. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
@Timeout(600)
class ServeTest {
    private static final Pattern ADDRESS = Pattern.compile("answers at (http://127\\.0\\.0\\.1:\\d+)/api/v1");
    private static final Meeting LECTURE = Lectures.inThreeFiles("served");

    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    private static String address(Program serving) {
        await("it says where it listens")
                .atMost(Duration.ofSeconds(90))
                .until(() -> ADDRESS.matcher(serving.output()).find());
        try {
            var address = ADDRESS.matcher(serving.output());
            assertThat(address.find()).isTrue();
            return address.group(1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsSubmittedToTheServerIsLookedAfterByCommandsWhileItRunsAndAfterwards() throws Exception {
        var archive = Archive.in(folder, outputs).allowingThisMachine();
        var data = List.of("--data-dir", archive.data().toString());
        try (var simulator = Simulator.start(0, TestStudio.with(List.of(LECTURE)), List.of(LECTURE))) {
            String id;
            try (var serving = archive.startPlainly("serve", "--port", "0", data.get(0), data.get(1))) {
                id = RestAssured.given()
                        .baseUri(address(serving))
                        .contentType(ContentType.JSON)
                        .body("{\"link\":\"" + simulator.linkTo(LECTURE) + "\"}")
                        .post("/api/v1/recordings")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");

                var ended = archive.run(simulator.linkTo(LECTURE).toString());
                assertThat(ended.exitCode()).isZero();
                assertThat(ended.errors()).contains("Joined the archive that is running already");

                var shown = archive.runPlainly("show", id, data.get(0), data.get(1));
                assertThat(shown.exitCode()).isZero();
                assertThat(shown.output()).startsWith("Three files").contains("PROCESSED", "video.mp4");

                var second = archive.runPlainly("serve", "--port", "0", data.get(0), data.get(1));
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.errors()).contains(archive.data().toString(), "--data-dir");

                serving.interrupt();
                assertThat(serving.awaitEnd(Duration.ofSeconds(40))).isEqualTo(130);
            }
            var listed = archive.runPlainly("list", "--state", "PROCESSED", "--json", data.get(0), data.get(1));
            assertThat(listed.exitCode()).isZero();
            assertThat(JsonPath.from(listed.output()).getString("id")).isEqualTo(id);

            var removed = archive.runPlainly("clean", "--days", "0", "--yes", data.get(0), data.get(1));
            assertThat(removed.exitCode()).isZero();
            assertThat(removed.output()).startsWith("1 recordings were removed");
            assertThat(archive.runPlainly("show", id, data.get(0), data.get(1)).exitCode())
                    .isEqualTo(1);
        }
    }
}
