package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.TaskState;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.database.DatabaseContact;

@PlatformTest
class RipeningTest {
    private static final DatabaseAway AWAY = DatabaseAway.in(
                    new IllegalStateException(new SQLException("It broke.", "08006")))
            .orElseThrow();

    @Inject
    TaskBench bench;

    @Inject
    EntityManager database;

    @Inject
    Transactions transactions;

    private final DatabaseContact contact = new DatabaseContact();
    private UUID task;

    @BeforeEach
    void aTaskWhoseLeaseHasRunOut() {
        bench.clear();
        task = bench.add(bench.recordingOf("anna"), TaskKind.FETCH);
        bench.claim(TaskKind.FETCH, TaskBench.OVER);
    }

    @Test
    void whoWasNotCutOffExpiresLeasesAtOnce() {
        ripen("PT1H");
        assertThat(bench.find(task).state()).isEqualTo(TaskState.WAITING);
    }

    @Test
    void afterAnOutageEverybodyHasTheLengthOfALeaseToSayThatHeLives() {
        contact.lost(AWAY);
        contact.held();
        ripen("PT1H");
        assertThat(bench.find(task).state()).isEqualTo(TaskState.LEASED);
        await().untilAsserted(() -> {
            ripen("PT0.05S");
            assertThat(bench.find(task).state()).isEqualTo(TaskState.WAITING);
        });
    }

    private void ripen(String lease) {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(TaskSettings.class)
                .withSources(new PropertiesConfigSource(Map.of("archiver.tasks.lease", lease), "test", 1))
                .build()
                .getConfigMapping(TaskSettings.class);
        transactions.run(new Ripening(database, contact, settings)::ripen);
    }
}
