package org.webinararchiver.sources.mtslink.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The fields of a JSON object from a platform that promises little about them: a field of another type than asked for
 * counts as absent.
 */
public final class Fields {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_PASSAGE = 10_000;
    private static final int LARGEST_COUNT = 1_000_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** Neither a database nor a file name takes these: control characters and halves of surrogate pairs. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]+");
    /** The same but for tabs and the ends of lines. */
    private static final Pattern UNPRINTABLE_IN_PASSAGE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n]]+");

    private static final Pattern END_OF_LINE = Pattern.compile("\\R");

    private final JsonNode node;

    private Fields(JsonNode node) {
        this.node = node;
    }

    /** The fields of this value. */
    public static Fields of(JsonNode node) throws UnexpectedShape {
        if (!node.isObject()) {
            throw new UnexpectedShape("not an object");
        }
        return new Fields(node);
    }

    public Optional<Fields> object(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject).map(Fields::new);
    }

    public Fields requiredObject(String name) throws UnexpectedShape {
        return object(name).orElseThrow(() -> new UnexpectedShape("no object " + name));
    }

    /** The objects of a list; what is no object is left out. */
    public List<Fields> objects(String name) {
        var list = node.path(name);
        return list.isArray()
                ? StreamSupport.stream(list.spliterator(), false)
                        .filter(JsonNode::isObject)
                        .map(Fields::new)
                        .toList()
                : List.of();
    }

    /** The objects of a list and of the lists within it, in the order in which they are written. */
    public List<Fields> nestedObjects(String name) {
        var found = new ArrayList<Fields>();
        collect(node.path(name), found);
        return found;
    }

    private static void collect(JsonNode list, List<Fields> found) {
        if (list.isArray()) {
            for (var each : list) {
                if (each.isObject()) {
                    found.add(new Fields(each));
                } else {
                    collect(each, found);
                }
            }
        }
    }

    /** Whether there is a list of this name, be it empty. */
    public boolean hasList(String name) {
        return node.path(name).isArray();
    }

    /** An identifier: the platform writes numbers, and a number in quotation marks identifies as well. */
    public Optional<String> id(String name) {
        var value = node.path(name);
        return Optional.of(value)
                .filter(each -> each.isIntegralNumber() || each.isTextual())
                .map(JsonNode::asText)
                .filter(text -> ID.matcher(text).matches());
    }

    public String requiredId(String name) throws UnexpectedShape {
        return id(name).orElseThrow(() -> new UnexpectedShape("no identifier " + name));
    }

    /** A text as people read it, never blank: one line, without control characters, at most 1,000 characters. */
    public Optional<String> text(String name) {
        return rawText(name)
                .map(text -> UNPRINTABLE
                        .matcher(shortened(text, LONGEST_TEXT))
                        .replaceAll(" ")
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    /** A text that may have several lines, never blank: without control characters, at most 10,000 characters. */
    public Optional<String> passage(String name) {
        return rawText(name)
                .map(text ->
                        END_OF_LINE.matcher(shortened(text, LONGEST_PASSAGE)).replaceAll("\n"))
                .map(text ->
                        UNPRINTABLE_IN_PASSAGE.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty());
    }

    /** A text as it stands there. */
    public Optional<String> rawText(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    public Optional<BigDecimal> number(String name) {
        return Optional.of(node.path(name))
                .filter(value -> value.isBigDecimal() || value.isIntegralNumber())
                .map(JsonNode::decimalValue);
    }

    /** A number that counts, zero or more and at most a million. */
    public OptionalInt count(String name) {
        var value = node.path(name);
        return value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= 0
                        && value.intValue() <= LARGEST_COUNT
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }

    /** Decimal seconds since 1970. */
    public Optional<Instant> epochTime(String name) {
        return number(name).flatMap(EpochTime::parse);
    }

    /** A date and time in ISO 8601 with an offset. */
    public Optional<OffsetDateTime> dateTime(String name) {
        return rawText(name).flatMap(StartTime::parse);
    }

    public boolean isTrue(String name) {
        return node.path(name).isBoolean() && node.path(name).booleanValue();
    }

    public boolean isFalse(String name) {
        return node.path(name).isBoolean() && !node.path(name).booleanValue();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
