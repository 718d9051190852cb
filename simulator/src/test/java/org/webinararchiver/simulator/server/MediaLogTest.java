package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.Excess;
import org.webinararchiver.simulator.meeting.Excess.Parting;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.SampleMeetings;

class MediaLogTest {
    private static final Meeting PARTINGS = Meeting.named("partings")
            .lecturer("Anna", anna -> anna.screen(at(0), lasting(5), PictureSpec.CAMERA, more(Parting.STREAM_DELETED)))
            .participant("Boris", boris -> boris.microphone(at(0), lasting(4), more(Parting.SOURCE_DELETED)))
            .participant("Vera", vera -> vera.microphone(at(0), lasting(2), more(Parting.CONFERENCE_DELETED)))
            .participant("Gleb", gleb -> gleb.microphone(at(0), lasting(3), more(Parting.WENT_OFFLINE)))
            .written();

    @Test
    void everyWayOfPartingIsAnEventOfItsOwn() {
        var cameras = events(PARTINGS, "conference.add");
        assertThat(events(PARTINGS, "screensharing.stream.delete").getFirst().at("/data/id"))
                .isEqualTo(events(PARTINGS, "mediasession.add").getFirst().at("/data/stream/id"));
        assertThat(events(PARTINGS, "conference.update").getFirst().at("/data/id"))
                .isEqualTo(cameras.getFirst().at("/data/id"));
        assertThat(events(PARTINGS, "conference.update")
                        .getFirst()
                        .at("/data/isDeleted")
                        .booleanValue())
                .isTrue();
        assertThat(events(PARTINGS, "conference.delete").getFirst().at("/data/id"))
                .isEqualTo(cameras.get(1).at("/data/id"));
        var offline = events(PARTINGS, "userlist.offline").getFirst();
        assertThat(offline.at("/data/0/user/id")).isEqualTo(cameras.get(2).at("/data/user/id"));
        assertThat(offline.get("relativeTime").decimalValue()).isEqualByComparingTo("3");
    }

    @Test
    void nobodyTellsTheLengthOfWhatADepartureEnds() {
        assertThat(events(PARTINGS, "mediasession.add")).hasSize(4);
        assertThat(events(PARTINGS, "mediasession.update")).hasSize(2);
    }

    @Test
    void ofSnapshotsAloneEachListsWhatIsRunning() {
        var meeting = SampleMeetings.toldBySnapshots();
        assertThat(events(meeting, "mediasession.add")).isEmpty();
        assertThat(events(meeting, "mediasession.update")).isEmpty();
        assertThat(events(meeting, "conference.add")).isEmpty();
        assertThat(Metadata.of(meeting, "").get("eventLogs"))
                .filteredOn(event -> event.at("/snapshot/data/mediasession").isArray())
                .extracting(
                        event -> event.get("relativeTime").intValue(),
                        event -> event.at("/snapshot/data/mediasession").size(),
                        event -> event.at("/snapshot/data/conference").size())
                .containsExactly(tuple(0, 1, 1), tuple(3, 1, 1), tuple(4, 2, 2), tuple(6, 2, 2));
    }

    private static Excess more(Parting parting) {
        return Excess.after(lasting(1), parting);
    }

    private static List<JsonNode> events(Meeting meeting, String module) {
        return StreamSupport.stream(Metadata.of(meeting, "").get("eventLogs").spliterator(), false)
                .filter(event -> event.path("module").asText().equals(module))
                .toList();
    }
}
