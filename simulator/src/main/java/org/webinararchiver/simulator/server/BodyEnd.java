package org.webinararchiver.simulator.server;

/** How a body comes, and how it ends. */
enum BodyEnd {
    WHOLE,
    /** Half of it, then the connection is closed. */
    BREAKS_OFF,
    /** Half of it, then nothing, and the connection stays open. */
    STANDS_STILL,
    /** Byte by byte. */
    DRIPS,
    /** All there is, of much more that was announced; then the connection is closed. */
    FALLS_SHORT
}
