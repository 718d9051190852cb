package org.webinararchiver.sources.mtslink.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{}]", "1", "true", "\"text\""})
    void onlyAnObjectHasFields(String json) {
        assertThatThrownBy(() -> fields(json)).isInstanceOf(UnexpectedShape.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "12 | 12",
                "9223372036854775808 | 9223372036854775808",
                "\"12\" | 12",
                "\"a-b_C\" | a-b_C",
                "0 | 0",
                "1.5 |",
                "null |",
                "true |",
                "\"\" |",
                "\"a b\" |",
                "[1] |",
                "{\"id\":1} |"
            })
    void anIdentifierIsANumberOrAWord(String json, String id) throws Exception {
        assertThat(fields("{\"id\":" + json + "}").id("id")).isEqualTo(Optional.ofNullable(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\" Анна 😀 \" | Анна 😀",
                "\"a\\u0000b\" | a b",
                "\"a\\ud800b\" | a b",
                "\"a\\r\\nb\" | a b",
                "\" \\t \" |",
                "\"\" |",
                "7 |",
                "null |"
            })
    void aTextIsOneLineThatCanBeStored(String json, String text) throws Exception {
        assertThat(fields("{\"name\":" + json + "}").text("name")).isEqualTo(Optional.ofNullable(text));
    }

    @Test
    void aTextIsCutWithoutHalvingACharacter() throws Exception {
        var text = fields("{\"name\":\"" + "a".repeat(999) + "😀\"}").text("name");
        assertThat(text).contains("a".repeat(999));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\" one\\r\\ntwo\\u2028three\\ttab \" | `one\ntwo\nthree\ttab`",
                "\"a\\u0000b\\ud800c\" | a b c",
                "\" \\n \" |",
                "[\"a\"] |"
            })
    void aPassageKeepsItsLines(String json, String text) throws Exception {
        assertThat(fields("{\"text\":" + json + "}").passage("text")).isEqualTo(Optional.ofNullable(text));
    }

    @Test
    void aPassageIsCut() throws Exception {
        assertThat(fields("{\"text\":\"" + "a".repeat(10_001) + "\"}").passage("text"))
                .contains("a".repeat(10_000));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000000, 1000000", "1000001,", "-1,", "1.0,", "\"1\",", "null,", "99999999999999999999,"})
    void aCountIsAWholeNumberWithinReason(String json, Integer count) throws Exception {
        assertThat(fields("{\"page\":" + json + "}").count("page"))
                .isEqualTo(count == null ? OptionalInt.empty() : OptionalInt.of(count));
    }

    @Test
    void objectsAreFoundInNestedLists() throws Exception {
        var found = fields("{\"slides\":[{\"id\":1},[{\"id\":2},null,[[{\"id\":3}]],7],\"x\",{\"id\":4}]}")
                .nestedObjects("slides");
        assertThat(found).extracting(each -> each.id("id").orElseThrow()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aNumberInQuotationMarksIsNoNumber() throws Exception {
        assertThat(fields("{\"time\":\"12.5\"}").number("time")).isEmpty();
    }

    @Test
    void onlyTheBooleanIsTrue() throws Exception {
        assertThat(fields("{\"a\":true}").isTrue("a")).isTrue();
        assertThat(fields("{\"a\":\"true\"}").isTrue("a")).isFalse();
        assertThat(fields("{\"a\":1}").isTrue("a")).isFalse();
        assertThat(fields("{}").isTrue("a")).isFalse();
    }

    private static Fields fields(String json) throws UnexpectedShape, JsonProcessingException {
        return Fields.of(new JsonMapper().readTree(json));
    }
}
