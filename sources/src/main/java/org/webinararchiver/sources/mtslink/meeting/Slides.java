package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.webinararchiver.core.manifest.Attachment;
import org.webinararchiver.core.manifest.Slide;

/** Which slides were shown when, of any number of decks of which one is shown at a time. */
public final class Slides {
    private final Map<String, Deck> decks = new LinkedHashMap<>();
    private final List<SlideTurn> turns = new ArrayList<>();
    private int size;

    /** A deck as an event describes it. */
    public void describe(Deck deck) {
        var before = decks.get(deck.id());
        var now = before == null ? deck : before.and(deck);
        decks.put(deck.id(), now);
        size += now.weight() - (before == null ? 0 : before.weight());
    }

    public void turn(SlideTurn turn) {
        turns.add(turn);
        size += turn.slide().map(SlidePicture::weight).orElse(1);
    }

    int size() {
        return size;
    }

    /** The decks themselves, as they were uploaded. */
    List<Attachment> attachments() {
        return decks.values().stream()
                .flatMap(deck -> deck.document().stream()
                        .map(url -> new Attachment(deck.id(), deck.name().orElse(deck.id()), url)))
                .toList();
    }

    /** @param end of the recording: until then the last slide stays */
    List<Slide> shown(Duration end) {
        var show = new Show(end);
        turns.stream().sorted(Comparator.comparing(SlideTurn::at)).forEach(show::take);
        show.finish();
        return show.slides;
    }

    /** Goes through the turns in order of time. */
    private final class Show {
        private final Duration end;
        private final Map<String, Integer> firstPositions = firstPositions();
        private final List<Slide> slides = new ArrayList<>();
        private Optional<Shown> now = Optional.empty();

        Show(Duration end) {
            this.end = end;
        }

        private record Shown(Optional<String> deck, SlidePicture picture, Duration from) {
            boolean isOf(Optional<String> other) {
                return other.isEmpty() || deck.isEmpty() || deck.equals(other);
            }
        }

        void take(SlideTurn turn) {
            if (turn.shown()) {
                show(turn);
            } else if (now.isPresent() && now.get().isOf(turn.deck())) {
                close(turn.at());
            }
        }

        private void show(SlideTurn turn) {
            var deck = turn.deck().or(() -> now.flatMap(Shown::deck));
            var picture = pictureOf(turn, deck);
            if (now.isPresent() && now.get().deck().equals(deck)) {
                if (picture.isEmpty() || picture.get().equals(now.get().picture())) {
                    return;
                }
            }
            close(turn.at());
            var unknown = new SlidePicture(Optional.empty(), Optional.empty());
            now = Optional.of(new Shown(deck, picture.orElse(unknown), turn.at()));
        }

        void finish() {
            close(end);
        }

        private void close(Duration at) {
            now.filter(shown -> shown.from().compareTo(at) < 0)
                    .map(shown -> new Slide(
                            shown.deck(),
                            shown.picture().name(),
                            shown.picture().url(),
                            shown.from(),
                            at))
                    .ifPresent(slides::add);
            now = Optional.empty();
        }

        /** What the event says of the slide, completed from the list of its deck. */
        private Optional<SlidePicture> pictureOf(SlideTurn turn, Optional<String> deck) {
            if (turn.slide().isPresent() && turn.slide().get().url().isPresent()) {
                return turn.slide();
            }
            return deck.flatMap(id -> named(id, turn).or(() -> at(id, turn.position())))
                    .or(turn::slide)
                    .or(() -> numbered(turn.position()));
        }

        private Optional<SlidePicture> named(String deck, SlideTurn turn) {
            var name = turn.slide().flatMap(SlidePicture::name);
            return name.isEmpty()
                    ? Optional.empty()
                    : pictures(deck).stream()
                            .filter(picture -> picture.name().equals(name))
                            .findFirst();
        }

        private Optional<SlidePicture> at(String deck, OptionalInt position) {
            if (position.isEmpty()) {
                return Optional.empty();
            }
            var place = position.getAsInt() - firstPositions.getOrDefault(deck, 0);
            return place >= 0 && place < pictures(deck).size()
                    ? Optional.of(pictures(deck).get(place))
                    : Optional.empty();
        }

        private static Optional<SlidePicture> numbered(OptionalInt position) {
            return position.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new SlidePicture(Optional.of(Integer.toString(position.getAsInt())), Optional.empty()));
        }

        private List<SlidePicture> pictures(String deck) {
            return decks.containsKey(deck) ? decks.get(deck).pictures() : List.of();
        }
    }

    /** Positions count from zero, but in a deck where one of them would then be just beyond the last slide. */
    private Map<String, Integer> firstPositions() {
        var first = new HashMap<String, Integer>();
        for (var turn : turns) {
            var deck = turn.deck().map(decks::get);
            if (deck.isPresent()
                    && turn.position().isPresent()
                    && turn.position().getAsInt() == deck.get().pictures().size()) {
                first.put(deck.get().id(), 1);
            }
        }
        for (var turn : turns) {
            if (turn.position().equals(OptionalInt.of(0))) {
                turn.deck().ifPresent(first::remove);
            }
        }
        return first;
    }
}
