package org.webinararchiver.download.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.WorkerTest;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.organisation.LastLook;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.OrganisationList;

@WorkerTest
class OrganisationLookTest extends LookUnderTest {
    @Inject
    ConnectionBudget budget;

    @Inject
    DownloadSettings download;

    @Test
    void allThatAnOrganisationRecordedIsArchived() {
        platform.organisation().add(17, "Without a link", "", DEMO.start());
        add(OrganisationList.TOKEN);
        assertThat(looker(web).look()).isTrue();
        int meetings = SampleMeetings.all().size();
        assertThat(last()).isEqualTo(new LastLook(last().at(), meetings + 1, meetings, 1, Optional.empty()));
        await().atMost(PATIENCE).until(() -> stateOf(DEMO), RecordingState.DOWNLOADED::equals);
        // Shared with the token that its link in the list carries.
        await().atMost(PATIENCE)
                .until(() -> stateOf(SampleMeetings.privateMeeting()), RecordingState.DOWNLOADED::equals);
        await().atMost(PATIENCE).until(() -> stateOf(SampleMeetings.refusedInBody()), RecordingState.FAILED::equals);
        assertThat(recordingOf(SampleMeetings.refusedInBody()).failure().map(Failure::reason))
                .contains("private");
    }

    @Test
    void whenNothingIsDueNobodyIsAsked() {
        add(OrganisationList.TOKEN);
        looker(web).look();
        var asked = listRequests().size();
        assertThat(looker(web).look()).isFalse();
        assertThat(listRequests()).hasSize(asked);
    }

    @Test
    void whatIsNewIsFoundAtTheNextLook() {
        platform.organisation().clear();
        platform.organisation().add(DEMO);
        holdTasks();
        add(OrganisationList.TOKEN);
        looker(web).look();
        platform.organisation().add(17, "Fresh", "/1/2/record-new/17", OffsetDateTime.now(ZoneOffset.UTC));
        organisations.wantLook(id, Optional.empty());
        looker(web).look();
        assertThat(last().added()).isEqualTo(1);
        assertThat(recordingsOfOwner()).isEqualTo(2);
    }

    @Test
    void aWorkerLooksByItselfUntilItEnds() throws Exception {
        holdTasks();
        add(OrganisationList.TOKEN);
        var rounds = new OrganisationRounds(
                sources,
                web,
                budget,
                download,
                looks,
                transactions,
                new ChosenSettings(settings, Duration.ofMillis(100), 1000));
        rounds.start(null);
        await().atMost(PATIENCE).until(() -> state().last().isPresent());
        rounds.stop(null);
        organisations.wantLook(id, Optional.empty());
        assertThat(looker(web).look()).isTrue();
    }
}
