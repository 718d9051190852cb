package org.webinararchiver.simulator.server;

/** What goes wrong with one answer. */
sealed interface Disturbance {

    /** Nothing. */
    record None() implements Disturbance {}

    /** It is an error of this status. */
    record Status(int status) implements Disturbance {}

    /** It asks for a pause of so many seconds. */
    record Busy(int retryAfter) implements Disturbance {}

    /** The connection is closed after half of the body. */
    record HalfOfBody() implements Disturbance {}

    /** Other bytes come in place of the file, in all of its ranges. */
    record OtherBytes(Spoilage how) implements Disturbance {}

    /** Nothing comes after half of the body, and the connection stays open. */
    record Standstill() implements Disturbance {}
}
