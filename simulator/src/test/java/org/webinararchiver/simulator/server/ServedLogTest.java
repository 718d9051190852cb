package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.SampleMeetings;

/** What the platform tells of a meeting, and that it is served where it says. */
class ServedLogTest extends SimulatorUnderTest {
    @Test
    void metadataNamesFilesUnderTheAddressThatWasAsked() throws Exception {
        var answer = json(get(metadataOf(demo)));
        assertThat(answer.get("name").textValue()).isEqualTo(demo.title());
        assertThat(answer.get("duration").decimalValue()).isEqualByComparingTo("40");
        var files = events(answer, "mediasession.add");
        assertThat(files).hasSize(8);
        var second = files.get(1);
        assertThat(second.get("relativeTime").decimalValue()).isEqualByComparingTo("5");
        var url = URI.create(second.at("/data/url").textValue());
        assertThat(url).isEqualTo(simulator.fileOf(demo, demo.takes().get(1)));
        assertThat(get(url).body()).isEqualTo(bytes);
    }

    @Test
    void filesThatAreLongerThanTheirTakesAreToldAsThePlatformDoes() throws Exception {
        var meeting = SampleMeetings.withCuts();
        var answer = json(get(metadataOf(meeting)));
        assertThat(events(answer, "mediasession.add")).hasSize(1);
        var end = events(answer, "conference.stream.delete").getFirst();
        assertThat(end.get("relativeTime").decimalValue()).isEqualByComparingTo("6");
        assertThat(end.at("/data/id"))
                .isEqualTo(events(answer, "mediasession.add").getFirst().at("/data/stream/id"));
        var cut = events(answer, "cut.end").getFirst();
        var listed = cut.at("/snapshot/data/mediasession/0");
        assertThat(cut.get("relativeTime").decimalValue()).isEqualByComparingTo("8");
        assertThat(cut.get("time").decimalValue().subtract(listed.get("time").decimalValue()))
                .isEqualByComparingTo("2.5");
    }

    @Test
    void slidesAndDecksAreServedWhereTheLogSays() throws Exception {
        var shown = events(json(get(metadataOf(SampleMeetings.withSlides()))), "presentation.update");
        assertThat(shown).hasSize(4);
        var pictures = new HashSet<Integer>();
        for (var event : shown.subList(0, 3)) {
            var url = URI.create(event.at("/data/fileReference/slide/url").textValue());
            var picture = ImageIO.read(new ByteArrayInputStream(get(url).body()));
            pictures.add(picture.getRGB(0, 0));
        }
        assertThat(pictures).hasSize(3);
        var deck =
                URI.create(shown.getFirst().at("/data/fileReference/file/url").textValue());
        assertThat(get(deck).body()).startsWith('P', 'K', 3, 4);
    }

    @Test
    void whatIsSaidAndRenamedIsInTheLog() throws Exception {
        var answer = json(get(metadataOf(SampleMeetings.withSlides())));
        assertThat(events(answer, "message.add"))
                .extracting(event -> event.at("/data/text").textValue())
                .contains("Слышно хорошо.");
        assertThat(events(answer, "question.add")
                        .getFirst()
                        .at("/data/authorName")
                        .textValue())
                .isEqualTo("Вера");
        assertThat(events(answer, "participation.rename").getFirst().at("/data/id"))
                .isEqualTo(events(answer, "conference.add").getFirst().at("/data/participationId"));
    }

    @Test
    void anotherHostInTheRequestIsTheHostOfTheFiles() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(metadataOf(demo).toString().replace("127.0.0.1", "localhost")));
        var answer = json(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        var url = events(answer, "mediasession.add").getFirst().at("/data/url").textValue();
        assertThat(url)
                .startsWith("http://localhost:" + simulator.base().getPort() + "/api-storage/files/wowza/2026/03/17/");
    }

    @Test
    void bothMetadataAddressesTellTheSameAndOthersAreNotFound() throws Exception {
        var ids = demo.ids();
        var bySession =
                simulator.base().resolve("/api/eventsessions/" + ids.eventSession() + "/record?withoutCuts=false");
        assertThat(json(get(bySession))).isEqualTo(json(get(metadataOf(demo))));
        assertThat(get(simulator.base().resolve("/api/eventsessions/1/record")).statusCode())
                .isEqualTo(404);
        var otherFile =
                "/api/event-sessions/%d/record-files/%d/flow".formatted(ids.eventSession(), ids.recordFile() + 1);
        assertThat(get(simulator.base().resolve(otherFile)).statusCode()).isEqualTo(404);
    }

    @Test
    void theSpeakerIsFoundThroughTheConferenceAndTheLecturerByRole() throws Exception {
        var meeting = SampleMeetings.twoVoices();
        var answer = json(get(metadataOf(meeting)));
        var boris = meeting.people().get(1);
        var conference = events(answer, "conference.add").stream()
                .filter(event -> event.at("/data/user/id").longValue() == boris.user())
                .findFirst()
                .orElseThrow();
        assertThat(conference.at("/data/hasVideo").booleanValue()).isFalse();
        assertThat(conference.at("/data/user/nickname").textValue()).isEqualTo(boris.name());
        assertThat(events(answer, "mediasession.add"))
                .filteredOn(event -> event.at("/data/stream/conference/id").equals(conference.at("/data/id")))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.get("relativeTime").decimalValue()).isEqualByComparingTo("3"));
        var admins = events(answer, "eventsession.start").getFirst().at("/snapshot/data/userlist");
        assertThat(admins.get(0).at("/role").textValue()).isEqualTo("ADMIN");
        assertThat(admins.get(0).at("/user/id").longValue())
                .isEqualTo(meeting.lecturer().orElseThrow().user());
    }
}
