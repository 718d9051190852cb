package org.webinararchiver.deploy.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code docs/operations.md}, as what points into it sees it. */
public final class OperationsDocument {
    static final Path PATH = Path.of("..", "docs", "operations.md");

    private static final String ALERTS = "## Alerts";
    private static final String ALERT = "### ";

    private OperationsDocument() {}

    /** What is to be done about each alert, by the address that leads there. */
    public static Map<String, String> runbooks() throws IOException {
        var runbooks = new LinkedHashMap<String, String>();
        var anchor = "";
        for (var line : Files.readString(PATH)
                .lines()
                .dropWhile(line -> !line.equals(ALERTS))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList()) {
            if (line.startsWith(ALERT)) {
                anchor = "docs/operations.md#" + line.substring(ALERT.length()).toLowerCase(Locale.ROOT);
                runbooks.put(anchor, "");
            } else if (!anchor.isEmpty()) {
                runbooks.merge(anchor, line + "\n", String::concat);
            }
        }
        return runbooks;
    }
}
