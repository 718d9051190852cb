package org.webinararchiver.simulator.tone;

/**
 * Somebody who is heard.
 *
 * @param participant the participant's number, from 1
 * @param digit the last digit of the webinar's second that the tone says, 0 to 9
 */
public record ToneReading(int participant, int digit) {}
