package org.webinararchiver.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    private static List<SentEvent> events(String... lines) {
        var together = new EventLines();
        return Stream.of(lines).map(together::take).flatMap(Optional::stream).toList();
    }

    @Test
    void anEventEndsWithAnEmptyLine() {
        assertThat(events("id: 5", "event: recording", "data: {}", "", "data: never ended"))
                .containsExactly(new SentEvent("5", "recording", "{}"));
    }

    @Test
    void theIdStaysWhereAnEventHasNone() {
        assertThat(events("id:5", "data:a", "", "data:b", ""))
                .containsExactly(new SentEvent("5", "", "a"), new SentEvent("5", "", "b"));
    }

    @Test
    void severalLinesOfDataAreOneText() {
        assertThat(events("data: a", "data:  b", "data", "")).containsExactly(new SentEvent("", "", "a\n b\n"));
    }

    @Test
    void commentsAndWhatIsNotKnownSayNothing() {
        assertThat(events(": heartbeat", "", "retry: 10", "", "colour: green", ""))
                .isEmpty();
    }
}
