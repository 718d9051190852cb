package org.webinararchiver.simulator.server;

/** What a request was for. */
public enum PathKind {
    /** The list of meetings, or the page of a recording, as a person sees them. */
    PAGE,
    /** What a recording consists of. */
    METADATA,
    /** A media file. */
    MEDIA,
    /** A playlist of a take's twin. */
    PLAYLIST,
    /** What a playlist leads to: pieces, their descriptions and keys. */
    PIECE,
    /** Slides and decks. */
    HANDOUT,
    /** The list of an organisation's recordings. */
    ORGANISATION,
    /** Anything else. */
    OTHER
}
