package org.webinararchiver.simulator.server;

/** How a body ends. */
enum BodyEnd {
    WHOLE,
    BREAKS_OFF,
    STANDS_STILL
}
