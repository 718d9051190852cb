package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.meeting.SampleMeetings;

/** The list of all that an organisation has recorded. */
class OrganisationListTest extends SimulatorUnderTest {
    @Test
    void theOrganisationsListIsToldInPagesToWhoShowsItsToken() throws Exception {
        var list = simulator.organisationApi() + "/records?from=2026-03-17&to=2026-03-17&limit=4&offset=";
        var first = records(list + 0);
        var second = records(list + 4);
        assertThat(first).hasSize(4).doesNotContainAnyElementsOf(second);
        assertThat(first)
                .allSatisfy(record -> assertThat(record.get("link").textValue()).startsWith(simulator.base() + "/"));
        assertThat(records(list + 1000)).isEmpty();
        assertThat(records(list.replace("2026-03-17", "2020-01-01") + 0)).isEmpty();
        assertThat(get(URI.create(list + 0)).statusCode()).isEqualTo(401);
        assertThat(getWith(URI.create(list + 0), "x-auth-token", "wrong").statusCode())
                .isEqualTo(401);
        assertThat(getWith(URI.create(list + "x"), "x-auth-token", OrganisationList.TOKEN)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMeetingThatIsAddedComesFirstInTheOrganisationsListAndASharedOneWithItsToken() throws Exception {
        simulator.organisation().clear();
        simulator.organisation().add(demo);
        simulator.organisation().add(SampleMeetings.privateMeeting());
        simulator.organisation().add(17, "Without a link", "", demo.start());
        var records = records(simulator.organisationApi() + "/records");
        assertThat(records)
                .extracting(record -> record.path("link").asText(""))
                .containsExactly(
                        "",
                        simulator.sharedLinkTo(SampleMeetings.privateMeeting()).toString(),
                        simulator.linkTo(demo).toString());
        simulator.disturbOrganisation(new Fault.FailFirst(1, 429));
        assertThat(get(URI.create(simulator.organisationApi() + "/records")).statusCode())
                .isEqualTo(429);
    }

    private List<JsonNode> records(String address) throws Exception {
        var answer = getWith(URI.create(address), "x-auth-token", OrganisationList.TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return StreamSupport.stream(new ObjectMapper().readTree(answer.body()).spliterator(), false)
                .toList();
    }
}
