package org.webinararchiver.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docker's own tool understands docker-compose.yml, with all profiles and with each. Starts nothing. */
@Tag("compose")
class ComposeConfigTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> ALL = List.of("demo", "observability");

    @TempDir
    private Path folder;

    @Test
    void theServicesAndTheirServersBelongToNoProfile() throws Exception {
        assertThat(namesOf(service -> service.path("profiles").isMissingNode()))
                .containsExactlyInAnyOrder("api", "download-worker", "compile-worker", "postgres", "rabbitmq", "minio");
    }

    @Test
    void profilesAddTheDemoAndWhatObserves() throws Exception {
        assertThat(namesOf(service -> service.path("profiles").toString().equals("[\"demo\"]")))
                .containsExactly("simulator");
        assertThat(namesOf(service -> service.path("profiles").toString().equals("[\"observability\"]")))
                .containsExactlyInAnyOrder("prometheus", "grafana", "reader", "traces");
    }

    @Test
    void everyProfileAndAnyCombinationIsUnderstood() throws Exception {
        for (var profiles : List.of(List.<String>of(), List.of("demo"), List.of("observability"), ALL)) {
            assertThat(config(profiles).path("services").has("api")).isTrue();
        }
    }

    @Test
    void imagesArePinned() throws Exception {
        for (var service : config(ALL).path("services")) {
            assertThat(service.path("image").asText()).matches(".+:.*[0-9].*");
        }
    }

    @Test
    void everythingHasALimitOfMemoryAndNoPrivileges() throws Exception {
        for (var service : config(ALL).path("services")) {
            assertThat(service.path("mem_limit").isMissingNode())
                    .as("%s", service)
                    .isFalse();
            assertThat(service.path("cap_drop"))
                    .as("%s", service)
                    .map(JsonNode::asText)
                    .containsExactly("ALL");
            assertThat(service.path("security_opt")).map(JsonNode::asText).containsExactly("no-new-privileges:true");
        }
    }

    @Test
    void whatIsMountedIsThereAndCanBeRead() throws Exception {
        var mounted = new ArrayList<Path>();
        for (var service : config(ALL).path("services")) {
            service.path("volumes").forEach(volume -> bound(volume).ifPresent(mounted::add));
        }
        assertThat(mounted).isNotEmpty().allSatisfy(path -> assertThat(path).exists());
        for (var root : mounted) {
            for (var file : filesIn(root)) {
                assertThat(YAML.readTree(file.toFile()).isObject())
                        .as("%s", file)
                        .isTrue();
            }
        }
    }

    @Test
    void withoutSecretsItSaysWhatToDo() throws Exception {
        var empty = Files.writeString(folder.resolve("empty"), "\n");
        var refused = composed(empty, "config");
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.errors()).contains("deploy/env");
    }

    /** Either of the forms that the tool may write it in: a text, or an object. */
    private static Optional<Path> bound(JsonNode volume) {
        var source = volume.isTextual()
                ? volume.asText().split(":")[0]
                : volume.path("source").asText();
        return source.startsWith("/") && (volume.isObject() || volume.asText().contains(":"))
                ? Optional.of(Path.of(source))
                : Optional.empty();
    }

    private static List<Path> filesIn(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*\\.(yml|yaml|json)"))
                    .toList();
        }
    }

    private List<String> namesOf(Predicate<JsonNode> kind) throws IOException, InterruptedException {
        return config(ALL).path("services").properties().stream()
                .filter(service -> kind.test(service.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private JsonNode config(List<String> profiles) throws IOException, InterruptedException {
        var file = folder.resolve("env");
        CommandRun.of("deploy/env", file.toString()).succeeded();
        var arguments = new ArrayList<String>();
        for (var profile : profiles) {
            arguments.addAll(List.of("--profile", profile));
        }
        arguments.add("config");
        return YAML.readTree(composed(file, arguments.toArray(String[]::new)).succeeded());
    }

    private static CommandRun composed(Path settings, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(ComposeStack.command());
        command.addAll(List.of(
                "--env-file", settings.toString(), "--file", ComposeStack.file().toString()));
        command.addAll(List.of(arguments));
        return CommandRun.of(Map.of(), command);
    }
}
