package org.webinararchiver.deploy.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code values.yaml} has. */
public record Values(JsonNode all) {
    private static final Pattern DOTTED = Pattern.compile("\\b[a-z][A-Za-z]+(\\.[A-Za-z_]+)+");

    public static Values read() throws IOException {
        return new Values(
                new YAMLMapper().readTree(Chart.FOLDER.resolve("values.yaml").toFile()));
    }

    /** The values that a text names, such as {@code database.host}, whether they are there or not. */
    public Stream<String> namedIn(String text) {
        return DOTTED.matcher(text).results().map(MatchResult::group).filter(name -> all.has(name.split("\\.", -1)[0]));
    }

    /** Whether there is such a value, or it may be put into something that is empty without it. */
    public boolean have(String name) {
        var here = all;
        for (var part : name.split("\\.", -1)) {
            if (here.isObject() && here.isEmpty()) {
                return true;
            }
            here = here.path(part);
        }
        return !here.isMissingNode();
    }
}
