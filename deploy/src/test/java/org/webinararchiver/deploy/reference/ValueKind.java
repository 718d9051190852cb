package org.webinararchiver.deploy.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is written as a setting's value, by the type of its method. */
final class ValueKind {
    private static final Pattern OPTIONAL = Pattern.compile("Optional<(.+)>");
    private static final Map<String, String> WORDS = Map.of(
            "boolean", "`true` or `false`",
            "Duration", "duration",
            "int", "number",
            "List<String>", "list",
            "long", "number",
            "MemorySize", "size",
            "OptionalInt", "number",
            "Path", "path",
            "String", "text",
            "URI", "address");

    private ValueKind() {}

    static boolean mayBeMissing(String type) {
        return type.startsWith("Optional");
    }

    /** @param constants of the enums beside it, by their names */
    static String of(String type, Map<String, List<String>> constants) {
        var inner = OPTIONAL.matcher(type);
        var bare = inner.matches() ? inner.group(1) : type;
        if (constants.containsKey(bare)) {
            return constants.get(bare).stream()
                    .map(each -> "`" + each.toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                    .collect(Collectors.joining(" or "));
        }
        if (!WORDS.containsKey(bare)) {
            throw new IllegalArgumentException("there is no word for settings of type " + type);
        }
        return WORDS.get(bare);
    }
}
