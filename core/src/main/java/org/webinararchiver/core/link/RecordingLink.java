package org.webinararchiver.core.link;

import java.net.URI;
import java.util.Objects;

/**
 * A link that a source has recognised, in its plain form: no query, no fragment, no secret.
 *
 * @param source the name of the {@link RecordingSource}, for example {@code mts-link}
 * @param page the page of the recording
 * @param key what makes two links the same recording within one source
 */
public record RecordingLink(String source, URI page, String key) {
    public RecordingLink {
        Objects.requireNonNull(source);
        Objects.requireNonNull(page);
        Objects.requireNonNull(key);
    }
}
