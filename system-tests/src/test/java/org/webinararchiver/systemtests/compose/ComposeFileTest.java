package org.webinararchiver.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.systemtests.process.Applications;

/** What docker-compose.yml asks for is what .env.example explains and deploy/env makes. Needs no Docker. */
class ComposeFileTest {
    private static final Pattern USED = Pattern.compile("\\$\\{([A-Z0-9_]+)(:?[-?])?([^}]*)}");
    private static final Path EXAMPLE = Applications.root().resolve(".env.example");
    private static final Set<String> SECRETS = Set.of(
            "POSTGRES_PASSWORD",
            "RABBITMQ_PASSWORD",
            "ARCHIVER_STORAGE_SECRET_KEY",
            "ARCHIVER_SECRETS_KEY",
            "GRAFANA_PASSWORD",
            "POSTGRES_READER_PASSWORD");

    /** The tool itself reads it. */
    private static final String OF_COMPOSE = "COMPOSE_PROFILES";

    @TempDir
    private Path folder;

    @Test
    void everySettingIsInTheExampleAndEveryLineOfTheExampleIsASetting() throws Exception {
        var used = new TreeSet<String>();
        USED.matcher(Files.readString(ComposeStack.file())).results().forEach(match -> used.add(match.group(1)));
        used.add(OF_COMPOSE);
        assertThat(settings(EXAMPLE).keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everySettingIsExplainedAboveIt() throws Exception {
        String above = "";
        for (var line : Files.readAllLines(EXAMPLE)) {
            if (!line.startsWith("#")) {
                assertThat(line.isEmpty() || !above.isEmpty())
                        .as("a comment above " + line)
                        .isTrue();
            }
            above = line.isEmpty() && above.startsWith("# --") ? above : line;
        }
    }

    @Test
    void theExampleHoldsWhatHoldsWithoutIt() throws Exception {
        var example = settings(EXAMPLE);
        USED.matcher(Files.readString(ComposeStack.file()))
                .results()
                .filter(match -> !":?".equals(match.group(2)))
                .forEach(match -> assertThat(match.group(3)).as(match.group(1)).isEqualTo(example.get(match.group(1))));
    }

    @Test
    void theExampleHoldsNoSecretAndTheComposeFileHasNoDefaultForAny() throws Exception {
        var example = settings(EXAMPLE);
        assertThat(SECRETS).allSatisfy(secret -> assertThat(example).containsEntry(secret, ""));
        assertThat(USED.matcher(Files.readString(ComposeStack.file())).results())
                .filteredOn(match -> SECRETS.contains(match.group(1)))
                .isNotEmpty()
                .allSatisfy(match -> {
                    assertThat(match.group(2)).isEqualTo(":?");
                    assertThat(match.group(3)).contains("deploy/env");
                });
    }

    @Test
    void theVersionIsTheProjects() throws Exception {
        var version = Pattern.compile("<artifactId>webinar-archiver</artifactId>\\s*<version>([^<]+)<")
                .matcher(Files.readString(Applications.root().resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(settings(EXAMPLE)).containsEntry("ARCHIVER_VERSION", version.group(1));
    }

    @Test
    void secretsAreMadeForEachPlaceAnewAndForItsOwnerAlone() throws Exception {
        var one = made("one");
        var other = made("other");
        assertThat(one.keySet()).isEqualTo(settings(EXAMPLE).keySet());
        assertThat(SECRETS).allSatisfy(secret -> {
            assertThat(one.get(secret)).hasSizeGreaterThanOrEqualTo(24).isNotEqualTo(other.get(secret));
        });
        assertThat(SECRETS.stream().map(one::get)).doesNotHaveDuplicates();
        assertThat(Base64.getDecoder().decode(one.get("ARCHIVER_SECRETS_KEY"))).hasSize(32);
        assertThat(Files.getPosixFilePermissions(folder.resolve("one")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void secretsThatAreThereStay() throws Exception {
        var before = made("env");
        assertThat(made("env")).isEqualTo(before);
    }

    private Map<String, String> made(String name) throws IOException, InterruptedException {
        var file = folder.resolve(name);
        CommandRun.of("deploy/env", file.toString()).succeeded();
        return settings(file);
    }

    private static Map<String, String> settings(Path file) throws IOException {
        var settings = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                var parts = List.of(line.split("=", 2));
                assertThat(settings.put(parts.getFirst(), parts.getLast()))
                        .as(line)
                        .isNull();
            }
        }
        return settings;
    }
}
