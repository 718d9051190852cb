package org.webinararchiver.api.events;

import java.util.UUID;

/** What a listener is sent. */
sealed interface Told {

    /**
     * How a recording stands.
     *
     * @param place up to which the listener knows everything when it has taken this
     */
    record State(long place, String json) implements Told {}

    /** A recording is no more. */
    record Removed(long place, UUID recording) implements Told {}

    /** Nothing has happened for a while. */
    record Silence() implements Told {}

    /** Nothing more will be sent. */
    record End() implements Told {}
}
