package org.webinararchiver.core.words;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Owners;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.scene.Stage;

/** Names what is looked at: {@code Slide 3}, {@code Screen of Anna}, {@code Anna}. */
final class Titles {
    private static final int LONGEST = 120;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private final Owners owners;
    private final Map<String, String> decks;
    private final boolean hasDecks;

    Titles(Manifest manifest) {
        this.owners = Owners.of(manifest);
        this.decks = manifest.proceedings().attachments().stream()
                .collect(Collectors.toMap(
                        Attachment::id, each -> EXTENSION.matcher(each.name()).replaceFirst(""), (one, same) -> one));
        this.hasDecks = manifest.proceedings().slides().stream()
                        .map(Slide::deck)
                        .distinct()
                        .count()
                > 1;
    }

    /** @param at when it appears, by which people's names are chosen */
    String of(Stage stage, Duration at) {
        var title =
                switch (stage) {
                    case Stage.Screen(var track) ->
                        owner(track, at).map(who -> "Screen of " + who).orElse("Screen");
                    case Stage.OfSlide(var slide) -> slide(slide);
                    case Stage.Camera(var person) -> plain(person.name()).orElse("Somebody");
                    case Stage.Nothing() -> "Nothing";
                };
        return PlainWords.line(title, LONGEST);
    }

    private Optional<String> owner(String track, Duration at) {
        return owners.name(track, at).flatMap(Titles::plain);
    }

    /** The deck is named where there are several. */
    private String slide(Slide slide) {
        var name = slide.name()
                .flatMap(Titles::plain)
                .map(words -> NUMBER.matcher(words).matches() ? "Slide " + words : words)
                .orElse("Slide");
        var deck = slide.deck().filter(any -> hasDecks).map(decks::get).flatMap(Titles::plain);
        return deck.map(words -> words + ": " + name).orElse(name);
    }

    private static Optional<String> plain(String words) {
        return Optional.of(PlainWords.line(words, LONGEST)).filter(line -> !line.isEmpty());
    }
}
