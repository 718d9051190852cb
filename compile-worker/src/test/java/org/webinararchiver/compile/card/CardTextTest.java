package org.webinararchiver.compile.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;

class CardTextTest {
    private static final OffsetDateTime START = OffsetDateTime.of(2026, 3, 17, 11, 5, 59, 0, ZoneOffset.ofHours(3));

    @Test
    void theDateIsThatOfTheAuthorsClock() {
        assertThat(CardText.of("A title", Optional.of("Anna"), Optional.of(START)))
                .isEqualTo(new CardText("A title", Optional.of("Anna"), Optional.of("2026-03-17 11:05")));
    }

    @Test
    void whoLeadsIsNamed() {
        var text = CardText.of("A title", Optional.empty(), manifest(Optional.of("2")));

        assertThat(text).isEqualTo(new CardText("A title", Optional.of("Boris"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3"})
    void nobodyIsNamedWhereNobodyIsKnownToLead(String lecturer) {
        var text = CardText.of(
                "A title", Optional.empty(), manifest(Optional.of(lecturer).filter(id -> !id.isEmpty())));

        assertThat(text.lecturer()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("titles")
    void whatIsNeverSeenIsLeftOut(String title, String shown) {
        assertThat(CardText.of(title, Optional.empty(), Optional.empty()).title())
                .isEqualTo(shown);
    }

    static Stream<Arguments> titles() {
        return Stream.of(
                arguments("a\u0000b\u001bc", "abc"),
                arguments("  two\n\t lines\u2028and more ", "two lines and more"),
                arguments("\u202eevil\u202c", "evil"),
                arguments("\ud800half", "half"),
                arguments("e\u0301", "\u00e9"),
                arguments("می\u200cخواهم", "می\u200cخواهم"),
                arguments("\u0007", "Recording"),
                arguments("", "Recording"));
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        var title = CardText.of("😀".repeat(500), Optional.empty(), Optional.empty())
                .title();

        assertThat(title).isEqualTo("😀".repeat(240) + "…");
    }

    private static Manifest manifest(Optional<String> lecturer) {
        var segment = Segment.known("a", URI.create("https://media.example/a"));
        var track =
                new Track("t", Track.Kind.PERSON, Optional.of("2"), List.of(Clip.whole(segment.id(), Duration.ZERO)));
        return new Manifest(
                1,
                "test",
                "A title",
                Optional.empty(),
                Duration.ofMinutes(1),
                List.of(new Participant("1", "Anna"), new Participant("2", "Boris")),
                lecturer,
                List.of(track),
                List.of(segment),
                Map.of());
    }
}
