package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.SampleMeetings;

class SimulatorTest extends SimulatorUnderTest {
    @Test
    void requestsAreCountedByKindAndKeptWithTheirHeaders() throws Exception {
        get(simulator.base());
        getWith(metadataOf(demo), "Cookie", "sessionId=abc");
        get(file());
        get(file());
        get(simulator.base().resolve("/favicon.ico"));
        var requests = simulator.requests();
        assertThat(requests.count(PathKind.PAGE)).isEqualTo(1);
        assertThat(requests.count(PathKind.METADATA)).isEqualTo(1);
        assertThat(requests.count(PathKind.MEDIA)).isEqualTo(2);
        assertThat(requests.count(PathKind.OTHER)).isEqualTo(1);
        assertThat(requests.count(take)).isEqualTo(2);
        assertThat(requests.latest().get(1).header("cookie")).contains("sessionId=abc");
        assertThat(requests.latest().get(1).query()).isEqualTo("withoutCuts=false");
    }

    @Test
    void theFirstPageListsEveryMeetingWithItsLink() throws Exception {
        var page = new String(get(simulator.base().resolve("/")).body(), StandardCharsets.UTF_8);
        for (var meeting : SampleMeetings.all()) {
            assertThat(page).contains(meeting.title(), simulator.linkTo(meeting).toString());
            assertThat(get(simulator.linkTo(meeting)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        var request = HttpRequest.newBuilder(file()).DELETE().build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPortThatIsTakenIsAnErrorThatNamesIt() {
        int port = simulator.base().getPort();
        assertThatThrownBy(() -> Simulator.start(port, MediaFiles.none(), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void aSimulatorWithoutMediaHasNoFiles() throws Exception {
        try (var bare = Simulator.start(0, MediaFiles.none(), List.of(demo))) {
            assertThat(get(bare.fileOf(demo, take)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatServesOtherMachinesNamesItselfAsTheyDo() throws Exception {
        try (var served = Simulator.startForOthers("localhost", 0, MediaFiles.none(), List.of(demo))) {
            assertThat(served.base()).hasHost("localhost");
            assertThat(get(served.linkTo(demo)).statusCode()).isEqualTo(200);
            assertThat(Simulator.linkTo(demo, served.base())).isEqualTo(served.linkTo(demo));
        }
    }

    @Test
    void noTwoMeetingsHaveALinkInCommon() {
        var meetings = new ArrayList<>(SampleMeetings.all());
        meetings.addAll(SampleMeetings.lectures(100));
        assertThat(meetings).map(simulator::linkTo).doesNotHaveDuplicates();
    }
}
