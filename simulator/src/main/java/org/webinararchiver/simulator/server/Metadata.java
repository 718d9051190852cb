package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import org.webinararchiver.simulator.meeting.Meeting;

/**
 * What the platform answers about a recording, as seen in answers of MTS Link: who was there and which files there are,
 * spread over a log of events that holds much else.
 */
public final class Metadata {
    private final Meeting meeting;
    private final String base;
    private final EventLog log;

    private Metadata(Meeting meeting, String base) {
        this.meeting = meeting;
        this.base = base;
        this.log = new EventLog(meeting.start());
    }

    /** @param base scheme, host and port that the files' addresses begin with */
    public static ObjectNode of(Meeting meeting, String base) {
        return new Metadata(meeting, base).answer();
    }

    private ObjectNode answer() {
        addStart();
        addSmallTalk();
        new MediaLog(meeting, base, log).addAll();
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
}
