package org.webinararchiver.deploy.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What our own files set, and what holds where they leave the choice: {@code ${name:default}}. */
record OwnProperties(Map<String, String> values) {
    private static final Pattern CHOICE = Pattern.compile("\\$\\{([a-z0-9.-]+):([^}]*)}");

    static OwnProperties read(List<Path> modules) throws IOException {
        var values = new HashMap<String, String>();
        for (var module : modules) {
            var file = module.resolve("src/main/resources/META-INF/microprofile-config.properties");
            if (Files.exists(file)) {
                load(file).forEach((name, value) -> put(values, name.toString(), value.toString()));
            }
        }
        return new OwnProperties(Map.copyOf(values));
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            properties.load(text);
        }
        return properties;
    }

    private static void put(Map<String, String> values, String name, String value) {
        values.put(name, value);
        CHOICE.matcher(value).results().forEach(choice -> values.put(choice.group(1), choice.group(2)));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
