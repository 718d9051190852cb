package org.webinararchiver.simulator.server;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;

/** The meetings that are served, found by what a request names. */
final class Catalogue {
    private final Map<Long, Meeting> byEventSession = new LinkedHashMap<>();
    private final Map<String, Take> byFile = new LinkedHashMap<>();

    Catalogue(List<Meeting> meetings) {
        for (var meeting : meetings) {
            if (byEventSession.put(meeting.ids().eventSession(), meeting) != null) {
                throw new IllegalArgumentException("two meetings have one session's number: " + meeting.key());
            }
            meeting.takes().forEach(take -> byFile.put(take.file(), take));
        }
    }

    Collection<Meeting> meetings() {
        return byEventSession.values();
    }

    Optional<Meeting> session(long eventSession) {
        return Optional.ofNullable(byEventSession.get(eventSession));
    }

    Optional<Meeting> recording(long eventSession, long recordFile) {
        return session(eventSession).filter(meeting -> meeting.ids().recordFile() == recordFile);
    }

    Optional<Take> take(String file) {
        return Optional.ofNullable(byFile.get(file));
    }
}
