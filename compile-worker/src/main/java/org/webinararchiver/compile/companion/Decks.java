package org.webinararchiver.compile.companion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.webinararchiver.compile.FileKind;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.recording.SafeText;

/**
 * The slides that were shown and the documents that were handed out, as they came, under names that tell what they are:
 * {@code deck-1/slide-003.jpg}, and beside the slides of a deck the deck itself, as it was uploaded.
 */
public final class Decks {
    private static final int MOST_BYTES_OF_A_NAME = 120;
    private static final Pattern NUMBER = Pattern.compile("0*([1-9]\\d{0,4})");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private final Map<String, Path> entries = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> decks = new HashMap<>();

    private Decks() {}

    /**
     * The files that there are, by their names in an archive, in the order in which they were shown.
     *
     * @param pictures of slides, by the ids of their segments
     * @param documents by the ids of their segments
     */
    public static Map<String, Path> of(Proceedings proceedings, Map<String, Path> pictures, Map<String, Path> documents)
            throws IOException {
        var all = new Decks();
        var byDeck = new LinkedHashMap<String, Map<String, Slide>>();
        for (var slide : proceedings.slides()) {
            slide.file()
                    .ifPresent(file -> byDeck.computeIfAbsent(slide.deck().orElse(""), any -> new LinkedHashMap<>())
                            .putIfAbsent(file.id(), slide));
        }
        for (var deck : byDeck.entrySet()) {
            all.decks.put(deck.getKey(), all.decks.size() + 1);
            all.add(deck.getKey(), deck.getValue(), pictures);
        }
        for (var attachment : proceedings.attachments()) {
            var file = Optional.ofNullable(documents.get(attachment.file().id()));
            file.ifPresent(path -> all.add(attachment, path));
        }
        return all.entries;
    }

    private void add(String deck, Map<String, Slide> slides, Map<String, Path> pictures) throws IOException {
        var numbers = numbers(List.copyOf(slides.values()));
        int place = 0;
        for (var slide : slides.entrySet()) {
            int number = numbers.isEmpty() ? place + 1 : numbers.get(place);
            place++;
            var file = pictures.get(slide.getKey());
            if (file != null) {
                var ending = FileKind.of(file).map(FileKind::ending).orElse("");
                put("deck-%d/slide-%03d".formatted(decks.get(deck), number), ending, file);
            }
        }
    }

    /** What the platform numbers them by, where it numbers all of them; empty where it does not. */
    private static List<Integer> numbers(List<Slide> slides) {
        var numbers = slides.stream()
                .flatMap(slide -> slide.name().stream())
                .map(NUMBER::matcher)
                .filter(number -> number.matches())
                .map(number -> Integer.valueOf(number.group(1)))
                .toList();
        return numbers.size() == slides.size() && Set.copyOf(numbers).size() == numbers.size() ? numbers : List.of();
    }

    private void add(Attachment attachment, Path file) {
        var deck = Optional.ofNullable(decks.get(attachment.id()));
        var name = SafeText.of(attachment.name(), MOST_BYTES_OF_A_NAME, "Document");
        var ofName = ending(name);
        var ending = ofName.or(() ->
                        ending(Optional.ofNullable(attachment.url().getPath()).orElse("")))
                .orElse("");
        var bare = ofName.map(end -> name.substring(0, name.length() - end.length()))
                .orElse(name);
        put(deck.map(number -> "deck-%d/".formatted(number)).orElse("documents/") + bare, ending, file);
    }

    private static Optional<String> ending(String name) {
        var matcher = ENDING.matcher(name);
        return matcher.find() && matcher.start() > 0 ? Optional.of(matcher.group()) : Optional.empty();
    }

    private void put(String name, String ending, Path file) {
        int number = 1;
        var free = name + ending;
        while (!taken.add(free.toLowerCase(Locale.ROOT))) {
            number++;
            free = name + "-" + number + ending;
        }
        entries.put(free, file);
    }
}
