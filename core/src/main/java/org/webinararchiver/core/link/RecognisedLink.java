package org.webinararchiver.core.link;

import java.util.Objects;
import org.webinararchiver.core.secret.Pass;

/** A recognised link and the pass that was part of its text; the two are kept apart, because the pass is secret. */
public record RecognisedLink(RecordingLink link, Pass pass) {
    public RecognisedLink {
        Objects.requireNonNull(link);
        Objects.requireNonNull(pass);
    }

    /** The same link with a pass that was given beside it. */
    public RecognisedLink with(Pass more) {
        return new RecognisedLink(link, pass.and(more));
    }
}
