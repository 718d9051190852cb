package org.webinararchiver.simulator.server;

/** What goes wrong with one answer. */
sealed interface Disturbance {

    /** Nothing does. */
    Disturbance NONE = new Body(BodyEnd.WHOLE);

    /** Nothing of what was asked for is sent. */
    sealed interface Instead extends Disturbance {}

    /** It is an error of this status. */
    record Status(int status) implements Instead {}

    /** It asks for a pause of so many seconds. */
    record Busy(int retryAfter) implements Instead {}

    /** It leads to where it came from. */
    record Loop() implements Instead {}

    /** It is little that unpacks to much. */
    record Packed() implements Instead {}

    /** Other bytes come in place of the file, in all of its ranges. */
    record OtherBytes(Spoilage how) implements Disturbance {}

    /** What was asked for comes like this. */
    record Body(BodyEnd end) implements Disturbance {}
}
