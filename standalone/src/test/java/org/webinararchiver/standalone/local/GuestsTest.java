package org.webinararchiver.standalone.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuestsTest {
    private final Guests guests = new Guests();

    @Test
    void nobodyIsHereUntilSomebodyComes() throws InterruptedException {
        assertThat(guests.areHere()).isFalse();
        guests.awaitTheirEnd();
    }

    @Test
    void whoSaysGoodbyeIsGoneAtOnce() throws InterruptedException {
        guests.came("anna");
        guests.answered("anna");
        assertThat(guests.areHere()).isTrue();
        guests.left("anna");
        guests.awaitTheirEnd();
    }

    @Test
    void whoIsSilentIsGoneAfterSomeSeconds() throws InterruptedException {
        guests.came("anna");
        guests.answered("anna");
        var began = System.nanoTime();
        guests.awaitTheirEnd();
        assertThat(System.nanoTime() - began).isBetween(2_000_000_000L, 10_000_000_000L);
    }

    @Test
    void whoWaitsForAnAnswerIsHereHoweverLongItTakes() throws InterruptedException {
        guests.came("anna");
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                guests.awaitTheirEnd();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(waiting.join(java.time.Duration.ofSeconds(4))).isFalse();
        guests.left("anna");
        waiting.join();
    }
}
