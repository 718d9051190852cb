package org.webinararchiver.core.manifest;

import java.net.URI;
import java.util.Objects;

/**
 * A document that was shown or handed out, as it was uploaded: a deck of slides, for example.
 *
 * @param id unique among the attachments
 * @param name as its author called it
 * @param url where it is fetched from
 */
public record Attachment(String id, String name, URI url) {
    public Attachment {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
    }

    /** The document as a file that is fetched. */
    public Segment file() {
        return Segment.known(url.toString(), url);
    }
}
