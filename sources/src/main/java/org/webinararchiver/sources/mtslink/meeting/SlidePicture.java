package org.webinararchiver.sources.mtslink.meeting;

import java.net.URI;
import java.util.Optional;

/**
 * What a slide looks like.
 *
 * @param name what the platform knows it by within its deck
 * @param url of its picture, where known
 */
public record SlidePicture(Optional<String> name, Optional<URI> url) {

    /** How many things it is to remember. */
    int weight() {
        return Weight.of(name.orElse("") + url.map(URI::toString).orElse(""));
    }
}
