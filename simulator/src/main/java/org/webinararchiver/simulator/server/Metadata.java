package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Person;
import org.webinararchiver.simulator.meeting.Take;

/**
 * What the platform answers about a recording, as seen in answers of MTS Link: who was there and which files there are,
 * spread over a log of events that holds much else.
 */
final class Metadata {
    private final Meeting meeting;
    private final String base;
    private final EventLog log;

    private Metadata(Meeting meeting, String base) {
        this.meeting = meeting;
        this.base = base;
        this.log = new EventLog(meeting.start());
    }

    /** @param base scheme, host and port that the files' addresses begin with */
    static ObjectNode of(Meeting meeting, String base) {
        return new Metadata(meeting, base).answer();
    }

    private ObjectNode answer() {
        addStart();
        addSmallTalk();
        meeting.people().forEach(this::addConference);
        meeting.takes().forEach(this::addTake);
        var happenings = new HappeningsLog(meeting, base, log);
        meeting.happenings().forEach(happenings::add);
        log.add("eventsession.stop", meeting.duration());
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("name", meeting.title())
                .put("createAt", meeting.start().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .put("duration", EventLog.seconds(meeting.duration()));
        meeting.lecturer().ifPresent(lecturer -> answer.putObject("user").put("id", lecturer.user()));
        answer.set("eventLogs", log.json());
        return answer;
    }

    private void addStart() {
        var users = log.addSnapshot("eventsession.start", Duration.ZERO).putArray("userlist");
        for (var person : meeting.people()) {
            var user = users.addObject().put("role", person.lecturer() ? "ADMIN" : "GUEST");
            user.putObject("user").put("id", person.user()).put("nickname", person.name());
        }
    }

    /** What a reader has to step over: data that is a list, modules that are missing or of no concern. */
    private void addSmallTalk() {
        for (var person : meeting.people()) {
            log.addList("userlist.online", Duration.ZERO)
                    .addObject()
                    .putObject("user")
                    .put("id", person.user());
        }
        log.add("eventsession.settings.update", Duration.ZERO).put("isChatEnabled", true);
        log.add("message.add", meeting.duration().dividedBy(3))
                .put("text", "Звук есть, спасибо!")
                .put("authorName", "Слушатель")
                .put("createAt", meeting.start().toString());
        log.addBareSnapshot(meeting.duration().dividedBy(2)).putArray("userlist");
        log.add("poll.start", meeting.duration().dividedBy(2)).putNull("poll");
    }

    private void addConference(Person person) {
        var takes = meeting.takes().stream()
                .filter(take -> take.person().equals(person) && take.kind() == Track.Kind.PERSON)
                .toList();
        if (takes.isEmpty()) {
            return;
        }
        var conference = log.add("conference.add", takes.getFirst().at())
                .put("id", conferenceOf(person))
                .put("hasVideo", takes.stream().anyMatch(take -> take.picture().isPresent()))
                .put("hasAudio", takes.stream().anyMatch(take -> take.sound().isPresent()))
                .put("isDeleted", false)
                .put("participationId", person.user() + 1);
        conference.putObject("user").put("id", person.user()).put("nickname", person.name());
    }

    private void addTake(Take take) {
        long id = mediaSession(take);
        tellBeginning(take)
                .put("id", id)
                .put("url", base + Addresses.file(meeting, take))
                .put("hlsUrl", base + Addresses.twin(meeting, take))
                .put("time", log.epochSeconds(take.whole().at()))
                .set("stream", streamOf(take, id + 1));
        if (!take.excess().after().isZero()) {
            log.add(sourceOf(take) + ".stream.delete", take.end()).put("id", id + 1);
        }
        log.add("mediasession.update", take.whole().end())
                .put("id", id)
                .put("duration", EventLog.seconds(take.whole().length()));
    }

    /** A file that began before its take was running when something was cut out. */
    private ObjectNode tellBeginning(Take take) {
        return take.excess().before().isZero()
                ? log.add("mediasession.add", take.at())
                : log.addSnapshot("cut.end", take.at()).putArray("mediasession").addObject();
    }

    private ObjectNode streamOf(Take take, long id) {
        var stream = JsonNodeFactory.instance.objectNode().put("id", id);
        long source =
                switch (take.kind()) {
                    case PERSON -> conferenceOf(take.person());
                    case SCREEN -> conferenceOf(take.person()) + 1;
                };
        stream.putObject(sourceOf(take)).put("id", source);
        return stream;
    }

    private static String sourceOf(Take take) {
        return switch (take.kind()) {
            case PERSON -> "conference";
            case SCREEN -> "screensharing";
        };
    }

    private long conferenceOf(Person person) {
        return meeting.ids().eventSession() * 100 + 2L * person.number();
    }

    private long mediaSession(Take take) {
        return meeting.ids().eventSession() * 1000 + 2L * meeting.takes().indexOf(take);
    }
}
