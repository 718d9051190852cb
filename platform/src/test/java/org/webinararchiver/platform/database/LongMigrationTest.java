package org.webinararchiver.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.webinararchiver.platform.PlatformTest;

@PlatformTest
@TestProfile(LongMigrationTest.ASilentServerIsGivenUpAfterASecond.class)
class LongMigrationTest {

    /** A database of its own, with a migration that takes longer than that. */
    public static final class ASilentServerIsGivenUpAfterASecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout",
                    "1",
                    "quarkus.flyway.locations",
                    "db/migration,db/slow");
        }
    }

    @Inject
    Flyway flyway;

    @Test
    void aMigrationTakesAsLongAsItNeeds() {
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("9000");
    }
}
