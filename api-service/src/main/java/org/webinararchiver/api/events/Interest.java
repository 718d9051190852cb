package org.webinararchiver.api.events;

import java.util.UUID;

/** Of which recordings a listener is told. */
sealed interface Interest {

    /** Of this one; when it has come to its end, nothing follows. */
    record One(UUID recording) implements Interest {}

    /** Of all that an owner has. */
    record OfOwner(String owner) implements Interest {}

    /** Of all that there are. */
    record All() implements Interest {}
}
