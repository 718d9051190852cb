package org.webinararchiver.download.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.WorkerTest;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.OrganisationList;

/** Lists of a platform that is busy, slow, broken or endless. */
@WorkerTest
class TroubledListTest extends LookUnderTest {
    @Test
    void aPlatformThatIsTooSlowIsAskedAgainLater() {
        add(OrganisationList.TOKEN);
        Web silent = request -> {
            throw new IOException(waitForInterruption());
        };
        assertThat(looker(silent, Duration.ofMillis(50), settings).look()).isTrue();
        assertThat(troubleOf(last())).isEqualTo("platform-slow");
        await().atMost(PATIENCE).until(() -> looker(web).look());
        assertThat(last().trouble()).isEmpty();
    }

    @Test
    void aBusyPlatformIsAskedAgainLater() {
        platform.disturbOrganisation(new Fault.FailFirst(1, 429));
        add(OrganisationList.TOKEN);
        looker(web).look();
        assertThat(troubleOf(last())).isEqualTo("platform-busy");
        await().atMost(PATIENCE).until(() -> looker(web).look());
        assertThat(last().added()).isEqualTo(SampleMeetings.all().size());
    }

    @Test
    void aPlatformThatRestsIsNotAskedUntilItsRestIsOver() {
        add(OrganisationList.TOKEN);
        var rest = new Failure.NotNow("origin-rests", "It asked to be left alone.", "Wait.", Duration.ofHours(2));
        Web resting = request -> {
            throw new NotAsked(rest);
        };
        looker(resting).look();
        assertThat(troubleOf(last())).isEqualTo("origin-rests");
        assertThat(state().dueAt()).isAfter(Instant.now().plus(Duration.ofMinutes(90)));
    }

    @Test
    void aListThatBreaksOffIsAskedForAgainLater() {
        platform.disturbOrganisation(new Fault.TruncatedOnce());
        add(OrganisationList.TOKEN);
        looker(web).look();
        assertThat(troubleOf(last())).isEqualTo("platform-unreachable");
        await().atMost(PATIENCE).until(() -> looker(web).look());
        assertThat(last().trouble()).isEmpty();
    }

    @Test
    void aListThatNeverEndsIsGivenUp() {
        longList(250);
        holdTasks();
        add(OrganisationList.TOKEN);
        looker(web, PATIENCE, new ChosenSettings(settings, PATIENCE, 100)).look();
        assertThat(troubleOf(last())).isEqualTo("list-too-long");
        assertThat(looker(web).look()).isFalse();
    }
}
