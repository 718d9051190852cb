package org.webinararchiver.platform.task;

import io.quarkus.test.junit.TestProfile;
import org.webinararchiver.platform.PlatformTest;

/** Thousands of tasks, for every build. */
@PlatformTest
@TestProfile(CrowdContract.NothingElseHappens.class)
class CrowdTest extends CrowdContract {
    @Override
    Crowd crowd() {
        return new Crowd(20_000, 2_000, 500, 100_000);
    }

    @Override
    int claimsInARow() {
        return 300;
    }
}
