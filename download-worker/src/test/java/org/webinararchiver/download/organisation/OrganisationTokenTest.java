package org.webinararchiver.download.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.download.WorkerTest;
import org.webinararchiver.simulator.server.OrganisationList;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.testservices.RememberedLog;

/** Where an organisation's token goes, and where it does not. */
@WorkerTest
class OrganisationTokenTest extends LookUnderTest {
    @Test
    void aRefusedTokenIsToldWithAdviceAndTheTokenInNoLog() {
        var wrong = "a-token-that-nobody-knows";
        try (var log = new RememberedLog()) {
            add(wrong);
            looker(web).look();
            assertThat(troubleOf(last())).isEqualTo("token-refused");
            assertThat(log.lines()).anyMatch(line -> line.contains("does not accept the organisation's token"));
            assertThat(log.lines()).noneMatch(line -> line.contains(wrong));
        }
        assertThat(listRequests())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("x-auth-token")).contains(wrong));
    }

    @Test
    void theTokenReachesTheListAlone() {
        add(OrganisationList.TOKEN);
        looker(web).look();
        await().atMost(PATIENCE).until(() -> stateOf(DEMO), RecordingState.DOWNLOADED::equals);
        assertThat(platform.requests().latest().stream().filter(request -> request.kind() != PathKind.ORGANISATION))
                .isNotEmpty()
                .noneMatch(request -> request.toString().contains(OrganisationList.TOKEN));
    }

    @Test
    void anApiAtAnAddressThatIsNotAllowedIsNotAsked() {
        add(OrganisationList.TOKEN, platform.organisationApi().toString().replace("127.0.0.1", "127.0.0.2"));
        looker(web).look();
        assertThat(troubleOf(last())).isEqualTo("forbidden-address");
        assertThat(platform.requests().latest()).isEmpty();
    }
}
