package org.webinararchiver.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.api.reading.NextReading;

@ApiTest
class KnownKeysTest {
    private static final int CROWD = 5000;

    @Inject
    DataSource database;

    private final Listening listening = new Listening("0.0.0.0", true);
    private WatchedDatabase watched;
    private KnownKeys keys;

    @BeforeEach
    void start() {
        watched = new WatchedDatabase(database);
        keys = new KnownKeys(watched, listening);
        keys.start(new StartupEvent());
    }

    @AfterEach
    void stop() {
        keys.stop(new ShutdownEvent());
    }

    @Test
    void aKeyIsFoundAsSoonAsItIsMade() throws Exception {
        for (int times = 0; times < 5; times++) {
            var text = made();
            assertThat(found(text).get()).isPresent();
            assertThat(found(text)).as("the second time nothing is read").isDone();
        }
    }

    @Test
    void aKeyThatThereIsNotIsLookedForAndNotFound() throws Exception {
        assertThat(found(unknown()).get()).isEmpty();
    }

    @Test
    void howeverManyGuessTheDatabaseIsAskedAFewTimesASecond() throws Exception {
        var began = Instant.now();
        var before = watched.connections();
        var guesses = new ArrayList<CompletableFuture<Optional<ApiKey>>>();
        for (int guess = 0; guess < CROWD; guess++) {
            guesses.add(found(unknown()).exceptionally(tooMany -> Optional.empty()));
        }
        for (var guess : guesses) {
            assertThat(guess.get()).isEmpty();
        }
        var took = Duration.between(began, Instant.now());
        assertThat(watched.connections() - before)
                .isLessThanOrEqualTo((int) took.dividedBy(KnownKeys.LEAST_BETWEEN) + 2 + (int) took.toSeconds());
    }

    @Test
    void aNewKeyIsFoundAmongThoseThatGuess() throws Exception {
        for (int guess = 0; guess < NextReading.MOST_WAITING / 2; guess++) {
            assertThat(found(unknown())).isNotNull();
        }
        assertThat(found(made()).get()).isPresent();
    }

    @Test
    void moreThanSomeDoNotWait() throws Exception {
        var crowd = new ArrayList<CompletableFuture<Optional<ApiKey>>>();
        watched.hang();
        for (int guess = 0; guess < 2 * NextReading.MOST_WAITING + 1; guess++) {
            crowd.add(found(unknown()));
        }
        assertThat(crowd.getLast()).isCompletedExceptionally();
    }

    @Test
    void whileTheDatabaseIsAwayAKeyThatIsNotKnownIsNotJudged() throws Exception {
        var known = made();
        assertThat(found(known).get()).isPresent();
        watched.goAway();
        assertThat(found(unknown())).failsWithin(Duration.ofSeconds(30)).withThrowableOfType(ExecutionException.class);
        assertThat(found(known).get()).isPresent();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNotWaitedForLong() {
        watched.hang();
        assertThat(found(unknown())).failsWithin(Duration.ofSeconds(30)).withThrowableOfType(ExecutionException.class);
    }

    @Test
    void keysThatWillHaveExpiredInTwoWeeksAreCounted() throws Exception {
        assertThat(found(made(Duration.ofDays(15))).get()).isPresent();
        long before = keys.expiringWithin(ExpiringKeys.SOON);
        assertThat(found(made(Duration.ofDays(13))).get()).isPresent();
        assertThat(keys.expiringWithin(ExpiringKeys.SOON)).isEqualTo(before + 1);
        assertThat(keys.expiringWithin(Duration.ofDays(16))).isGreaterThanOrEqualTo(before + 2);
    }

    private CompletableFuture<Optional<ApiKey>> found(KeyText text) {
        return keys.find(text).toCompletableFuture();
    }

    private static KeyText unknown() {
        return KeyText.random(new SecureRandom());
    }

    private KeyText made() throws SQLException {
        return made(Optional.empty());
    }

    private KeyText made(Duration lasts) throws SQLException {
        return made(Optional.of(lasts));
    }

    private KeyText made(Optional<TemporalAmount> lasts) throws SQLException {
        var text = unknown();
        var wanted = new NewKey("test", "test", Set.of(Scope.READ), lasts);
        new ApiKeys(database).add(UUID.randomUUID(), text, wanted);
        return text;
    }
}
