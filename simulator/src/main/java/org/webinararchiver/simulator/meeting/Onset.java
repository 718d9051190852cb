package org.webinararchiver.simulator.meeting;

/**
 * A second through which somebody speaks, so that the beginning of its tone can be measured.
 *
 * @param participant the speaker's number
 * @param second of the webinar
 */
public record Onset(int participant, long second) {}
