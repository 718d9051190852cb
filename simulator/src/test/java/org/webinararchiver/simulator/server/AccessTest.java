package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.SampleMeetings;

/** Who gets what. */
class AccessTest extends SimulatorUnderTest {
    @Test
    void privateRecordingsAreRefusedInBothForms() throws Exception {
        var byStatus = get(metadataOf(SampleMeetings.privateMeeting()));
        assertThat(byStatus.statusCode()).isEqualTo(403);
        var byBody = get(metadataOf(SampleMeetings.refusedInBody()));
        assertThat(byBody.statusCode()).isEqualTo(200);
        assertThat(json(byBody).at("/error/code").intValue()).isEqualTo(403);
    }

    @Test
    void theRightCookieOrTokenOpensAPrivateRecordingAndAWrongOneDoesNot() throws Exception {
        var meeting = SampleMeetings.privateMeeting();
        var access = (Access.Closed) meeting.access();
        var metadata = metadataOf(meeting);
        assertThat(getWith(metadata, "Cookie", "a=b; sessionId=" + access.sessionId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(getWith(metadata, "Cookie", "sessionId=wrong").statusCode()).isEqualTo(403);
        var withToken = metadata + "&recordAccessToken=" + access.recordAccessToken();
        assertThat(get(URI.create(withToken)).statusCode()).isEqualTo(200);
        assertThat(get(URI.create(withToken + "0")).statusCode()).isEqualTo(403);
        assertThat(simulator.sharedLinkTo(meeting).toString())
                .isEqualTo(simulator.linkTo(meeting) + "/" + access.recordAccessToken());
        assertThatThrownBy(() -> simulator.sharedLinkTo(demo)).hasMessageContaining("demo");
    }

    @Test
    void strangersAreRefusedMediaWhenOnlyBrowsersMayHaveThem() throws Exception {
        simulator.refuseMediaToStrangers();
        var page = simulator.linkTo(demo).toString();
        var browser = "Mozilla/5.0 (X11; Linux x86_64)";
        assertThat(get(file()).statusCode()).isEqualTo(403);
        assertThat(asked(page, "curl/8")).isEqualTo(403);
        assertThat(asked("https://elsewhere.example/", browser)).isEqualTo(403);
        assertThat(asked(page, browser)).isEqualTo(200);
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
    }

    @Test
    void playlistsAndWhatTheyLeadToAreRefusedToStrangersToo() throws Exception {
        var twin = SampleMeetings.withTwin();
        var playlist = simulator.twinOf(twin, twin.takes().getLast());
        simulator.refuseMediaToStrangers();
        for (var address : List.of("playlist.m3u8", "v2/index.m3u8", "v2/0/init.mp4", "v2/0/0.m4s", "key")) {
            assertThat(get(playlist.resolve(address)).statusCode()).isEqualTo(403);
        }
        assertThat(asked(playlist, simulator.linkTo(twin).toString(), "Mozilla/5.0 (X11; Linux x86_64)"))
                .isEqualTo(200);
        simulator.mend();
        assertThat(get(playlist).statusCode()).isEqualTo(200);
    }

    private int asked(String referer, String agent) throws Exception {
        return asked(file(), referer, agent);
    }

    private int asked(URI address, String referer, String agent) throws Exception {
        var request = HttpRequest.newBuilder(address).header("Referer", referer).header("User-Agent", agent);
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
