package org.webinararchiver.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.organisation.Period;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.task.Transactions;

@PlatformTest
class OrganisationLooksTest {
    private static final LocalDate SINCE = LocalDate.parse("2025-01-28");
    private static final String TOKEN = "t0k3n-of-the-organisation";
    private static final Failure BUSY = new Failure.Retryable("platform-busy", "It is busy.", "Wait.");
    private static final Failure DENIED = new Failure.OfTask("token-refused", "It is refused.", "Look.");

    @Inject
    Organisations organisations;

    @Inject
    OrganisationLooks looks;

    @Inject
    Recordings recordings;

    @Inject
    EntityManager database;

    @Inject
    Transactions transactions;

    private String owner;
    private UUID id;

    @BeforeEach
    void oneOrganisation() {
        transactions.run(() -> organisations.deleteAll());
        owner = UUID.randomUUID().toString();
        id = added();
    }

    @Test
    void anOrganisationThatWasAddedIsLookedAtFromItsFirstDayToTomorrow() {
        var look = take().orElseThrow();
        assertThat(look.organisation()).isEqualTo(id);
        assertThat(look.owner()).isEqualTo(owner);
        assertThat(look.offset()).isZero();
        assertThat(look.period()).isEqualTo(new Period(SINCE, tomorrow()));
        assertThat(transactions.call(() -> looks.token(look))).isEqualTo(new Secret(TOKEN));
    }

    @Test
    void nobodyElseTakesWhatIsBeingLookedAt() {
        take();
        assertThat(take()).isEmpty();
    }

    @Test
    void ofManyWorkersWhoAskAtOnceOneGetsTheLook() throws Exception {
        Callable<Optional<Look>> worker = this::take;
        var taken = new ArrayList<Look>();
        try (var workers = Executors.newFixedThreadPool(8)) {
            for (var one : workers.invokeAll(Collections.nCopies(16, worker))) {
                one.get().ifPresent(taken::add);
            }
        }
        assertThat(taken).hasSize(1);
    }

    @Test
    void aPageBecomesRecordingsAndTheLookGoesOnBehindIt() {
        var look = take().orElseThrow();
        var page = links(3);
        var next = turn(look, new FoundPage(page, 2, OptionalInt.of(90))).orElseThrow();
        assertThat(next.offset()).isEqualTo(90);
        assertThat(recordingsOfOwner()).isEqualTo(3);
        assertThat(turn(next, end(links(1)))).isEmpty();
        assertThat(last()).isEqualTo(new LastLook(last().at(), 6, 4, 2, Optional.empty()));
    }

    @Test
    void aWorkerThatIsSilentIsFollowedByAnotherThatGoesOnAtItsPlace() {
        var first = take().orElseThrow();
        turn(first, new FoundPage(links(2), 0, OptionalInt.of(90)));
        silent();
        var second = take().orElseThrow();
        assertThat(second.offset()).isEqualTo(90);
        assertThat(second.period()).isEqualTo(first.period());
        turn(second, end(links(1)));
        assertThat(last().listed()).isEqualTo(3);
        assertThat(last().added()).isEqualTo(3);
    }

    @Test
    void aWorkerThatWasGivenUpChangesNothingAnyMore() {
        var first = take().orElseThrow();
        silent();
        var second = take().orElseThrow();
        assertLost(() -> turn(first, end(links(1))));
        assertLost(() -> failed(first, BUSY));
        assertLost(() -> transactions.run(() -> looks.giveBack(first)));
        assertThat(recordingsOfOwner()).isZero();
        assertThat(turn(second, end(links(1)))).isEmpty();
        assertThat(recordingsOfOwner()).isEqualTo(1);
    }

    @Test
    void aWorkerThatEndsGivesItsLookBack() {
        var first = take().orElseThrow();
        var atNext = turn(first, new FoundPage(links(1), 0, OptionalInt.of(1))).orElseThrow();
        transactions.run(() -> looks.giveBack(atNext));
        assertThat(take().orElseThrow().offset()).isEqualTo(1);
    }

    @Test
    void whatWasListedBeforeIsNotAddedAgain() {
        var known = links(2);
        turn(take().orElseThrow(), end(known));
        organisations.wantLook(id, Optional.empty());
        turn(
                take().orElseThrow(),
                end(Stream.concat(known.stream(), links(1).stream()).toList()));
        assertThat(last().listed()).isEqualTo(3);
        assertThat(last().added()).isEqualTo(1);
        assertThat(recordingsOfOwner()).isEqualTo(3);
    }

    @Test
    void twoOrganisationsWithTheSameRecordingsInOtherOrderDoNotHinderEachOther() throws Exception {
        added();
        var links = links(50);
        var looks = List.of(take().orElseThrow(), take().orElseThrow());
        var turns = List.<Callable<Optional<Look>>>of(
                () -> turn(looks.getFirst(), end(links)), () -> turn(looks.getLast(), end(links.reversed())));
        try (var workers = Executors.newFixedThreadPool(2)) {
            for (var one : workers.invokeAll(turns)) {
                assertThat(one.get()).isEmpty();
            }
        }
        assertThat(recordingsOfOwner()).isEqualTo(50);
    }

    @Test
    void theNextLookIsDueAfterItsTimeAndBeginsAWeekBeforeTheLastOne() {
        turn(take().orElseThrow(), end(List.of()));
        assertThat(take()).isEmpty();
        assertThat(state().dueAt())
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));
        assertThat(state().readUntil()).contains(tomorrow());
        makeDue();
        assertThat(take().orElseThrow().period())
                .isEqualTo(new Period(tomorrow().minusDays(7), tomorrow()));
    }

    @Test
    void whoAsksForDaysGetsALookOverThem() {
        turn(take().orElseThrow(), end(List.of()));
        var asked = new Period(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"));
        organisations.wantLook(id, Optional.of(asked));
        assertThat(take().orElseThrow().period()).isEqualTo(asked);
    }

    @Test
    void askingForOldDaysLeavesNoHoleInWhatIsNew() {
        organisations.wantLook(
                id, Optional.of(new Period(LocalDate.parse("2025-06-01"), LocalDate.parse("2025-06-30"))));
        turn(take().orElseThrow(), end(List.of()));
        makeDue();
        assertThat(take().orElseThrow().period()).isEqualTo(new Period(SINCE, tomorrow()));
    }

    @Test
    void whoWantsALookWhileOneIsUnderWayGetsAnotherAfterIt() {
        var look = take().orElseThrow();
        organisations.wantLook(id, Optional.empty());
        assertThat(take()).isEmpty();
        turn(look, end(List.of()));
        assertThat(take()).isPresent();
    }

    @Test
    void aBusyPlatformIsLeftAloneForAsLongAsItAsks() {
        var look = take().orElseThrow();
        var next = turn(look, new FoundPage(links(1), 0, OptionalInt.of(1))).orElseThrow();
        var asked = new Failure.Retryable("platform-busy", "It is busy.", "Wait.", Duration.ofHours(3));
        assertThat(failed(next, asked)).isEqualTo(Duration.ofHours(3));
        organisations.wantLook(id, Optional.empty());
        assertThat(take()).isEmpty();
        assertThat(last().trouble().orElseThrow())
                .isEqualTo(new LastLook.Trouble("platform-busy", "It is busy.", "Wait."));
        makeDue();
        assertThat(take().orElseThrow().offset()).isEqualTo(1);
    }

    @Test
    void aPlatformThatStaysAwayIsAskedLessAndLessOften() {
        var pauses = new ArrayList<Duration>();
        for (int failures = 0; failures < 4; failures++) {
            pauses.add(failed(take().orElseThrow(), BUSY));
            makeDue();
        }
        assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(240));
    }

    @Test
    void aRefusedTokenIsTriedAgainWhenTheNextLookIsDueOrSomebodyWantsIt() {
        assertThat(failed(take().orElseThrow(), DENIED)).isEqualTo(Duration.ofHours(1));
        assertThat(take()).isEmpty();
        assertThat(last().trouble().orElseThrow().reason()).isEqualTo("token-refused");
        organisations.wantLook(id, Optional.empty());
        assertThat(take().orElseThrow().period().from()).isEqualTo(SINCE);
    }

    @Test
    void anOrganisationThatIsRemovedIsLookedAtNoMoreAndKeepsItsRecordings() {
        var look = take().orElseThrow();
        var next = turn(look, new FoundPage(links(1), 0, OptionalInt.of(1))).orElseThrow();
        assertThat(organisations.remove("somebody else", id)).isFalse();
        assertThat(organisations.remove(owner, id)).isTrue();
        assertLost(() -> turn(next, end(links(1))));
        assertThat(recordingsOfOwner()).isEqualTo(1);
    }

    @Test
    void theTokenIsKeptSealed() {
        var kept = transactions.call(
                () -> (byte[]) database.createNativeQuery("select token from organisation where id = :id", byte[].class)
                        .setParameter("id", id)
                        .getSingleResult());
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(TOKEN);
    }

    @Test
    void onlyTheRightSecretCallsAnOrganisation() {
        var known = organisations.add(owner, registration());
        assertThat(organisations.isCalledWith(
                        known.organisation().id(), known.webhook().text()))
                .isTrue();
        assertThat(organisations.isCalledWith(id, known.webhook().text())).isFalse();
        assertThat(organisations.isCalledWith(known.organisation().id(), "")).isFalse();
        assertThat(organisations.isCalledWith(UUID.randomUUID(), known.webhook().text()))
                .isFalse();
    }

    private UUID added() {
        return organisations.add(owner, registration()).organisation().id();
    }

    private static Registration registration() {
        return new Registration(
                "School", URI.create("https://userapi.mts-link.ru/v3"), new Secret(TOKEN), SINCE, Duration.ofHours(1));
    }

    private Optional<Look> take() {
        return transactions.call(() -> looks.take("worker"));
    }

    private Optional<Look> turn(Look look, FoundPage page) {
        return transactions.call(() -> looks.turn(look, page));
    }

    private Duration failed(Look look, Failure why) {
        return transactions.call(() -> looks.failed(look, why));
    }

    private static FoundPage end(List<RecognisedLink> links) {
        return new FoundPage(links, 0, OptionalInt.empty());
    }

    private static List<RecognisedLink> links(int count) {
        return Stream.generate(Samples::link).limit(count).toList();
    }

    private static void assertLost(Runnable change) {
        assertThatExceptionOfType(LookLost.class).isThrownBy(change::run);
    }

    /** As if the worker that holds the look had been silent for its whole lease. */
    private void silent() {
        update("update organisation_look set lease_until = clock_timestamp()");
    }

    private void makeDue() {
        update("update organisation_look set due_at = clock_timestamp()");
    }

    private void update(String statement) {
        transactions.run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private LookState state() {
        return transactions.call(() -> organisations.state(id));
    }

    private LastLook last() {
        return state().last().orElseThrow();
    }

    private long recordingsOfOwner() {
        return transactions.call(() -> recordings.count("owner", owner));
    }

    private LocalDate tomorrow() {
        return Instant.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }
}
