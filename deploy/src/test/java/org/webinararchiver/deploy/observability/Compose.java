package org.webinararchiver.deploy.observability;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What docker-compose.yml gives to those who observe. */
final class Compose {
    private static final Path ROOT = Path.of("..");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Compose() {}

    /** A YAML file of the repository. */
    static JsonNode yaml(String path) {
        try {
            return YAML.readTree(ROOT.resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode service(String name) {
        return yaml("docker-compose.yml").path("services").path(name);
    }

    /** The file or folder that a container sees under this name. */
    static Optional<Path> seenAs(String service, String place) {
        return Dashboard.each(service(service).path("volumes"))
                .map(volume -> volume.asText().split(":", -1))
                .filter(volume -> volume[1].equals(place))
                .map(volume -> ROOT.resolve(volume[0]).toAbsolutePath().normalize())
                .findFirst();
    }

    /** The data sources that Grafana finds when it starts. */
    static Set<DataSource> dataSources() {
        return Dashboard.each(yaml("deploy/observability/grafana/provisioning/datasources/archiver.yml")
                        .path("datasources"))
                .map(source -> new DataSource(
                        source.path("uid").asText(), source.path("type").asText()))
                .collect(toSet());
    }
}
