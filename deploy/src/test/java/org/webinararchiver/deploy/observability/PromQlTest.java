package org.webinararchiver.deploy.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.deploy.observability.PromQl.Selection;

/** Names in expressions are told apart, and what can not be read is not passed over. */
class PromQlTest {

    @Test
    void figuresLabelsAndFunctionsAreToldApart() {
        var read = PromQl.of("""
                sum by (kind) (increase(eggs_total{host=~"a|b",kind!="by (x)"}[30m])) / sum(hens) > 0.2 # limit
                unless on (kind) max by (kind) (foxes) > 0
                """);
        assertThat(read.selections())
                .containsExactly(
                        new Selection("eggs_total", Map.of("host", "=~\"a|b\"", "kind", "!=\"by (x)\"")),
                        new Selection("hens", Map.of()),
                        new Selection("foxes", Map.of()));
        assertThat(read.grouped()).containsExactly("kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(eggs",
                "sum(eggs))",
                "eggs{kind=\"a\"",
                "eggs{kind=a}",
                "eggs{kind=\"a\",kind=\"b\"}",
                "eggs{namespace=\"a\"}{kind=\"b\"}",
                "rat(eggs[5m])",
                "rate(eggs[5])",
                "sum by kind (eggs)",
                "eggs{} > $limit",
                "sum"
            })
    void whatIsNotPromQlIsRefused(String expression) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> PromQl.of(expression));
    }
}
