package org.webinararchiver.platform.task;

/** A wake-up as it travels: the task's id as plain text, for whoever looks into a queue. */
public final class WakeUpMessage {
    private WakeUpMessage() {}

    public static String of(WakeUp wakeUp) {
        return wakeUp.task().toString();
    }
}
