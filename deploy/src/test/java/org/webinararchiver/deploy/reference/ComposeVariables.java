package org.webinararchiver.deploy.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code .env.example} explains: each variable by the comment above it. */
final class ComposeVariables {
    private static final Pattern VARIABLE = Pattern.compile("([A-Z][A-Z0-9_]*)=(.*)");
    private static final String COMMENT = "# ";
    private static final String SECTION = "# --";

    private ComposeVariables() {}

    /** @param known what is told elsewhere */
    static SettingGroup besides(Set<String> known, Path file) throws IOException {
        var settings = new ArrayList<Setting>();
        var comment = new ArrayList<String>();
        for (var line : Files.readAllLines(file)) {
            var variable = VARIABLE.matcher(line);
            if (line.startsWith(COMMENT) && !line.startsWith(SECTION)) {
                comment.add(line.substring(COMMENT.length()));
            } else if (variable.matches()) {
                if (!known.contains(variable.group(1))) {
                    settings.add(setting(variable.group(1), variable.group(2), String.join(" ", comment)));
                }
                comment.clear();
            } else {
                comment.clear();
            }
        }
        return new SettingGroup(
                "What docker-compose.yml reads besides",
                "The file `.env` sets them, see [docker.md](docker.md).",
                List.of("docker-compose.yml"),
                List.copyOf(settings));
    }

    private static Setting setting(String name, String value, String comment) {
        if (comment.isEmpty()) {
            throw new IllegalArgumentException(".env.example has no comment above " + name);
        }
        return new Setting(name, "text", value.isEmpty() ? "" : "`" + value + "`", comment);
    }
}
