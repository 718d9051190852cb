package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.webinararchiver.platform.PlatformTest;

/**
 * A million tasks that are due among ten million that have ended. Takes minutes, so it has a Maven profile of its own.
 */
@Tag("millions")
@PlatformTest
@TestProfile(CrowdContract.NothingElseHappens.class)
class MillionsOfTasksTest extends CrowdContract {
    @Inject
    FoldingRounds rounds;

    @Override
    Crowd crowd() {
        return new Crowd(1_000_000, 100_000, 5_000, 10_000_000);
    }

    @Override
    int claimsInARow() {
        return 5_000;
    }

    @Test
    void aRoundLooksAtHalfAMillionOfWhatHasEndedAndLeavesTheRestToTheNext() {
        var everyTwentiethIsOfARecordingThatIsUnderWay = 500_000 / 20;
        assertThat(rounds.next(Duration.ofHours(12))).isEqualTo(500_000 - everyTwentiethIsOfARecordingThatIsUnderWay);
        Crowd.vacuum(source);
    }
}
