package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Person;
import org.webinararchiver.simulator.meeting.Take;

/** Events about media files: whose they are, when they begin and when they end. */
final class MediaLog {
    private final Meeting meeting;
    private final String base;
    private final EventLog log;
    private final Map<String, Integer> places = new HashMap<>();

    MediaLog(Meeting meeting, String base, EventLog log) {
        this.meeting = meeting;
        this.base = base;
        this.log = log;
        meeting.takes().forEach(take -> places.put(take.file(), places.size()));
    }

    void addAll() {
        switch (meeting.telling()) {
            case EVENTS -> {
                meeting.people().forEach(this::addConference);
                meeting.takes().forEach(this::addTake);
            }
            case SNAPSHOTS -> meeting.takes().stream().map(Take::at).distinct().forEach(this::addSnapshot);
        }
    }

    private void addConference(Person person) {
        var takes = ofCamera(person);
        if (!takes.isEmpty()) {
            describe(person, log.add("conference.add", takes.getFirst().at()));
        }
    }

    private List<Take> ofCamera(Person person) {
        return meeting.takes().stream()
                .filter(take -> take.person().equals(person) && take.kind() == Track.Kind.PERSON)
                .toList();
    }

    private void describe(Person person, ObjectNode conference) {
        var takes = ofCamera(person);
        conference
                .put("id", conferenceOf(person))
                .put("hasVideo", takes.stream().anyMatch(take -> take.picture().isPresent()))
                .put("hasAudio", takes.stream().anyMatch(take -> take.sound().isPresent()))
                .put("isDeleted", false)
                .put("participationId", participation(person));
        conference.putObject("user").put("id", person.user()).put("nickname", person.name());
    }

    private void addTake(Take take) {
        describe(take, tellBeginning(take));
        boolean isLonger = !take.excess().after().isZero();
        if (isLonger) {
            tellEnd(take);
        }
        if (!isLonger || !take.excess().parting().isDeparture()) {
            log.add("mediasession.update", take.whole().end())
                    .put("id", mediaSession(take))
                    .put("duration", EventLog.seconds(take.whole().length()));
        }
    }

    /** A file that began before its take was running when something was cut out. */
    private ObjectNode tellBeginning(Take take) {
        return take.excess().before().isZero()
                ? log.add("mediasession.add", take.at())
                : log.addSnapshot("cut.end", take.at()).putArray("mediasession").addObject();
    }

    private void tellEnd(Take take) {
        switch (take.excess().parting()) {
            case STREAM_DELETED ->
                log.add(sourceOf(take) + ".stream.delete", take.end()).put("id", streamOf(take));
            case SOURCE_DELETED ->
                log.add(sourceOf(take) + ".update", take.end())
                        .put("id", sourceId(take))
                        .put("isDeleted", true);
            case CONFERENCE_DELETED -> log.add("conference.delete", take.end()).put("id", sourceId(take));
            case WENT_OFFLINE ->
                log.addList("userlist.offline", take.end())
                        .addObject()
                        .putObject("user")
                        .put("id", take.person().user());
        }
    }

    /** A snapshot of what is running at this moment. */
    private void addSnapshot(Duration at) {
        var snapshot = log.addBareSnapshot(at);
        var conferences = snapshot.putArray("conference");
        var sessions = snapshot.putArray("mediasession");
        meeting.takes().stream().filter(take -> take.covers(at)).forEach(take -> {
            if (take.kind() == Track.Kind.PERSON) {
                describe(take.person(), conferences.addObject());
            }
            describe(take, sessions.addObject());
        });
    }

    private void describe(Take take, ObjectNode session) {
        session.put("id", mediaSession(take))
                .put("url", base + Addresses.file(meeting, take))
                .put("hlsUrl", base + Addresses.twin(meeting, take))
                .put("time", log.epochSeconds(take.whole().at()));
        var source = session.putObject("stream")
                .put("id", streamOf(take))
                .putObject(sourceOf(take))
                .put("id", sourceId(take));
        if (take.kind() == Track.Kind.SCREEN) {
            source.put("participationId", participation(take.person()));
        }
    }

    private static long participation(Person person) {
        return person.user() + 1;
    }

    private static String sourceOf(Take take) {
        return switch (take.kind()) {
            case PERSON -> "conference";
            case SCREEN -> "screensharing";
        };
    }

    private long sourceId(Take take) {
        return switch (take.kind()) {
            case PERSON -> conferenceOf(take.person());
            case SCREEN -> conferenceOf(take.person()) + 1;
        };
    }

    private long conferenceOf(Person person) {
        return meeting.ids().eventSession() * 100 + 2L * person.number();
    }

    private long mediaSession(Take take) {
        return meeting.ids().eventSession() * 1000 + 2L * places.get(take.file());
    }

    private long streamOf(Take take) {
        return mediaSession(take) + 1;
    }
}
