package org.webinararchiver.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseContactTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final DatabaseAway AWAY = DatabaseAway.in(
                    new IllegalStateException(new SQLException("It broke.", "08006")))
            .orElseThrow();

    private final DatabaseContact contact = new DatabaseContact();

    @Test
    void withoutAnOutageItHasHeldForever() {
        contact.held();
        assertThat(contact.hasHeldFor(Duration.ofDays(1000))).isTrue();
    }

    @Test
    void inAnOutageItHasNotHeldHoweverLongAgoThatWasNoticed() {
        contact.lost(AWAY);
        await().during(SHORT.multipliedBy(3)).until(() -> !contact.hasHeldFor(SHORT));
    }

    @Test
    void afterAnOutageItHasHeldSinceItsEnd() {
        contact.lost(AWAY);
        contact.held();
        assertThat(contact.hasHeldFor(Duration.ofHours(1))).isFalse();
        await().until(() -> contact.hasHeldFor(SHORT));
    }
}
