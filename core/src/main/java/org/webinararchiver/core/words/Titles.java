package org.webinararchiver.core.words;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.scene.Stage;

/** Names what is looked at: {@code Slide 3}, {@code Screen of Anna}, {@code Anna}. */
final class Titles {
    private static final int LONGEST = 120;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private final Map<String, Track> tracks;
    private final Map<String, Participant> people;
    private final Map<String, String> decks;
    private final boolean hasDecks;

    Titles(Manifest manifest) {
        this.tracks = byId(manifest.tracks(), Track::id);
        this.people = byId(manifest.participants(), Participant::id);
        this.decks = manifest.proceedings().attachments().stream()
                .collect(Collectors.toMap(
                        Attachment::id, each -> EXTENSION.matcher(each.name()).replaceFirst(""), (one, same) -> one));
        this.hasDecks = manifest.proceedings().slides().stream()
                        .map(Slide::deck)
                        .distinct()
                        .count()
                > 1;
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity(), (one, same) -> one));
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
        return Optional.ofNullable(tracks.get(track))
                .flatMap(Track::participant)
                .map(people::get)
                .flatMap(person -> plain(person.nameAt(at)));
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
