package org.webinararchiver.platform.quota;

import java.util.Optional;

/**
 * With whose key or token work on recordings is begun, and on how many it may be.
 *
 * @param actor empty where it is with none
 * @param recordingsADay of UTC; 0 where there is no limit
 * @param recordingsUnderWay at once; 0 where there is no limit
 */
public record Allowance(Optional<String> actor, int recordingsADay, int recordingsUnderWay) {
    public static final Allowance UNLIMITED = new Allowance(Optional.empty(), 0, 0);

    /** Whose recordings are counted; empty where nothing is. */
    Optional<String> counted() {
        return actor.filter(known -> recordingsADay > 0 || recordingsUnderWay > 0);
    }
}
