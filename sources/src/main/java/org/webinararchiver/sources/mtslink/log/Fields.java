package org.webinararchiver.sources.mtslink.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The fields of a JSON object from a platform that promises little about them: a field of another type than asked for
 * counts as absent.
 */
public final class Fields {
    private static final int LONGEST_TEXT = 1000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** Neither a database nor a file name takes these: control characters and halves of surrogate pairs. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]+");

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
                .map(text ->
                        UNPRINTABLE.matcher(shortened(text)).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty());
    }

    /** A text as it stands there. */
    public Optional<String> rawText(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    public Optional<BigDecimal> number(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    public boolean isTrue(String name) {
        return node.path(name).isBoolean() && node.path(name).booleanValue();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
