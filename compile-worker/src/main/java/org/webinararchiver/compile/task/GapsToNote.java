package org.webinararchiver.compile.task;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.platform.catalog.Gap;

/** Everything that is missing, in the words of the catalog: people, slides and documents by name, and why. */
final class GapsToNote {
    private static final String DAMAGED = "the file is damaged";

    private final Manifest manifest;
    private final Map<String, String> reasons;

    private GapsToNote(Manifest manifest, Map<String, String> reasons) {
        this.manifest = manifest;
        this.reasons = reasons;
    }

    /**
     * In the order of time; documents, which belong to no time, come last.
     *
     * @param gaps what the compiler misses
     * @param reasons why files are missing, media and others, by the ids of their segments
     */
    static List<Gap> of(
            UUID recording,
            Manifest manifest,
            List<org.webinararchiver.core.timeline.Gap> gaps,
            Map<String, String> reasons) {
        var notes = new GapsToNote(manifest, reasons);
        var inOrder = Stream.concat(
                        Stream.concat(notes.media(gaps), notes.slides()).sorted(Comparator.comparing(Note::at)),
                        notes.documents())
                .toList();
        return IntStream.range(0, inOrder.size())
                .mapToObj(position -> inOrder.get(position).entry().at(new Gap.Key(recording, position)))
                .toList();
    }

    /** Something that is missing, which is yet to be given its place among the others. */
    private record Note(Duration at, Entry entry) {}

    private interface Entry {
        Gap at(Gap.Key key);
    }

    private Stream<Note> media(List<org.webinararchiver.core.timeline.Gap> gaps) {
        var names = manifest.participants().stream().collect(Collectors.toMap(Participant::id, Participant::name));
        return gaps.stream()
                .map(gap -> new Note(
                        gap.from(),
                        key -> Gap.ofMedia(
                                key,
                                gap.participant().map(names::get),
                                gap.from(),
                                gap.until(),
                                reasons.getOrDefault(gap.segment(), DAMAGED))));
    }

    private Stream<Note> slides() {
        var decks = manifest.proceedings().attachments().stream()
                .collect(Collectors.toMap(Attachment::id, Attachment::name, (one, same) -> one));
        return manifest.proceedings().slides().stream()
                .flatMap(slide -> slide
                        .file()
                        .map(file -> reasons.get(file.id()))
                        .map(why -> new Note(
                                slide.from(),
                                key -> Gap.ofSlide(key, nameOf(slide, decks), slide.from(), slide.until(), why)))
                        .stream());
    }

    /** As far as it is known, for example "Deck 1, 3". */
    private static Optional<String> nameOf(Slide slide, Map<String, String> decks) {
        var name = Stream.of(slide.deck().map(decks::get), slide.name())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Optional.of(name).filter(known -> !known.isEmpty());
    }

    private Stream<Note> documents() {
        return manifest.proceedings().attachments().stream()
                .filter(document -> reasons.containsKey(document.file().id()))
                .map(document -> new Note(
                        Duration.ZERO,
                        key -> Gap.ofDocument(
                                key,
                                document.name(),
                                reasons.get(document.file().id()))));
    }
}
