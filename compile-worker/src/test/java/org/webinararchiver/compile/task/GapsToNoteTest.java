package org.webinararchiver.compile.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.platform.catalog.Gap;
import org.webinararchiver.platform.catalog.Gap.Kind;

class GapsToNoteTest {
    private static final UUID RECORDING = UUID.fromString("0190f3a2-0000-7000-8000-000000000001");
    private static final Slide FIRST = slide("1", 2, 4);
    private static final Slide SECOND = slide("2", 4, 6);
    private static final Slide FIRST_AGAIN = slide("1", 6, 9);
    private static final Attachment DECK =
            new Attachment("deck", "Algebra.pptx", URI.create("https://media.example/deck.pptx"));
    private static final Manifest MANIFEST = new Manifest(
            1,
            "test",
            "title",
            Optional.empty(),
            Duration.ofMinutes(1),
            List.of(new Participant("p1", "Anna")),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            new Proceedings(
                    List.of(FIRST, SECOND, FIRST_AGAIN), List.of(DECK), List.of(), List.of(), Reading.EVERYTHING));

    @Test
    void nothingIsMissingWhereEverythingCouldBeHad() {
        assertThat(noted(List.of(), Map.of())).isEmpty();
    }

    @Test
    void aSlideIsMissingWheneverItWasShown() {
        var gaps = noted(List.of(), Map.of(fileOf(FIRST), "It is gone."));
        assertThat(gaps)
                .extracting(Gap::kind, Gap::name, Gap::from, Gap::to, Gap::reason)
                .containsExactly(
                        row(Kind.SLIDE, "Algebra.pptx, 1", seconds(2), seconds(4)),
                        row(Kind.SLIDE, "Algebra.pptx, 1", seconds(6), seconds(9)));
    }

    @Test
    void aDocumentIsMissingAtNoTime() {
        var gaps = noted(List.of(), Map.of(DECK.file().id(), "It is gone."));
        assertThat(gaps)
                .extracting(Gap::kind, Gap::name, Gap::from, Gap::to, Gap::reason)
                .containsExactly(row(Kind.DOCUMENT, "Algebra.pptx", Optional.empty(), Optional.empty()));
    }

    @Test
    void whatIsMissingIsToldInTheOrderOfTimeAndDocumentsLast() {
        var reasons = Map.of(
                fileOf(FIRST),
                "It is gone.",
                fileOf(SECOND),
                "It is gone.",
                DECK.file().id(),
                "It is gone.");
        assertThat(noted(List.of(mediaGap(3), mediaGap(60)), reasons))
                .extracting(Gap::kind)
                .containsExactly(Kind.SLIDE, Kind.MEDIA, Kind.SLIDE, Kind.SLIDE, Kind.MEDIA, Kind.DOCUMENT);
    }

    @Test
    void mediaAreMissedByNameAndWithTheirOwnReason() {
        assertThat(noted(List.of(mediaGap(3)), Map.of("segment", "It came damaged.")))
                .singleElement()
                .returns(Optional.of("Anna"), Gap::participant)
                .returns("It came damaged.", Gap::reason)
                .returns(Optional.of(Duration.ofSeconds(3)), Gap::from)
                .returns(Optional.of(Duration.ofSeconds(4)), Gap::to);
        assertThat(noted(List.of(mediaGap(3)), Map.of())).singleElement().returns("the file is damaged", Gap::reason);
    }

    private static List<Gap> noted(List<org.webinararchiver.core.timeline.Gap> gaps, Map<String, String> reasons) {
        return GapsToNote.of(RECORDING, MANIFEST, gaps, reasons);
    }

    private static Tuple row(Kind kind, String name, Optional<Duration> from, Optional<Duration> to) {
        return tuple(kind, Optional.of(name), from, to, "It is gone.");
    }

    private static org.webinararchiver.core.timeline.Gap mediaGap(int from) {
        return new org.webinararchiver.core.timeline.Gap(
                "segment", "track", Optional.of("p1"), Duration.ofSeconds(from), Duration.ofSeconds(from + 1));
    }

    private static Slide slide(String name, int from, int until) {
        return new Slide(
                Optional.of("deck"),
                Optional.of(name),
                Optional.of(URI.create("https://media.example/" + name + ".png")),
                Duration.ofSeconds(from),
                Duration.ofSeconds(until));
    }

    private static String fileOf(Slide slide) {
        return slide.file().orElseThrow().id();
    }

    private static Optional<Duration> seconds(int seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
