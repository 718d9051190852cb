package org.webinararchiver.api.access;

import java.util.ArrayList;
import java.util.Optional;

/** The limits of a key's own: absent where the service's settings tell, 0 where there is no limit. */
record KeyLimits(
        Optional<Integer> requestsAMinute, Optional<Integer> recordingsADay, Optional<Integer> recordingsUnderWay) {
    static final KeyLimits AS_CONFIGURED = new KeyLimits(Optional.empty(), Optional.empty(), Optional.empty());

    Limits or(Limits configured) {
        return new Limits(
                requestsAMinute.orElse(configured.requestsAMinute()),
                recordingsADay.orElse(configured.recordingsADay()),
                recordingsUnderWay.orElse(configured.recordingsUnderWay()));
    }

    /** As people read it: {@code 60 requests a minute, any number of recordings a day}; a dash where there are none. */
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        requestsAMinute.ifPresent(most -> parts.add(number(most) + " requests a minute"));
        recordingsADay.ifPresent(most -> parts.add(number(most) + " recordings a day"));
        recordingsUnderWay.ifPresent(most -> parts.add(number(most) + " recordings under way"));
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }

    private static String number(int most) {
        return most == 0 ? "any number of" : String.valueOf(most);
    }
}
