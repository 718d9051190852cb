package org.webinararchiver.sources.mtslink.meeting;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Slides that belong together.
 *
 * @param id what the platform knows the deck by
 * @param document where the deck itself is fetched from, as it was uploaded
 * @param pictures of its slides in their order, where the log lists them
 */
public record Deck(String id, Optional<String> name, Optional<URI> document, List<SlidePicture> pictures) {
    public Deck {
        pictures = List.copyOf(pictures);
    }

    /** How many things it is to remember. */
    int weight() {
        return 1 + pictures.stream().mapToInt(SlidePicture::weight).sum();
    }

    /** What two events tell of the same deck: one that tells less takes nothing back. */
    Deck and(Deck later) {
        return new Deck(
                id,
                later.name.or(() -> name),
                later.document.or(() -> document),
                later.pictures.size() >= pictures.size() ? later.pictures : pictures);
    }
}
