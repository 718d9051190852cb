package org.webinararchiver.platform.room;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.intake.Intake;

/** No disk is as large as what is to stay free here. */
@PlatformTest
@TestProfile(SmallDiskTest.Demanding.class)
class SmallDiskTest {

    /** A million gigabytes. */
    public static final class Demanding implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("archiver.storage.least-free", "1000000G");
        }
    }

    @Inject
    Room room;

    @Inject
    Intake intake;

    @Test
    void nothingIsTakenInThatCouldNotBeStored() {
        assertThatExceptionOfType(NoRoom.class)
                .isThrownBy(() -> intake.submit("anna", Samples.link()))
                .withMessageContaining("The disk of the object store has");
    }

    @Test
    void noWorkIsBegun() {
        assertThatExceptionOfType(NoRoom.class).isThrownBy(room::requireForWork);
    }

    @Test
    void whatIsFoundInListsWaits() {
        assertThatCode(() -> intake.offer("anna", Samples.link())).doesNotThrowAnyException();
    }
}
