package org.webinararchiver.download.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.NoiseMedia;
import org.webinararchiver.download.WorkerTest;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.organisation.LastLook;
import org.webinararchiver.platform.organisation.LookState;
import org.webinararchiver.platform.organisation.OrganisationLooks;
import org.webinararchiver.platform.organisation.OrganisationSettings;
import org.webinararchiver.platform.organisation.Organisations;
import org.webinararchiver.platform.organisation.Registration;
import org.webinararchiver.platform.task.Pauses;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.OrganisationList;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.SeenRequest;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.sources.mtslink.organisation.OrganisationApi;
import org.webinararchiver.testservices.RememberedLog;

@WorkerTest
class OrganisationLookTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate SINCE = LocalDate.parse("2026-01-01");
    private static final Meeting DEMO = SampleMeetings.demo();

    @Inject
    Organisations organisations;

    @Inject
    OrganisationLooks looks;

    @Inject
    OrganisationSettings settings;

    @Inject
    Sources sources;

    @Inject
    Web web;

    @Inject
    ConnectionBudget budget;

    @Inject
    DownloadSettings download;

    @Inject
    Recordings recordings;

    @Inject
    Pauses pauses;

    @Inject
    EntityManager database;

    @Inject
    Transactions transactions;

    @TempDir
    Path folder;

    private final String owner = UUID.randomUUID().toString();
    private Simulator platform;
    private UUID id;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        transactions.run(() -> organisations.deleteAll());
        platform = Simulator.start(0, new NoiseMedia(folder), SampleMeetings.all());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void allThatAnOrganisationRecordedIsArchived() {
        platform.organisation().add(17, "Without a link", "", DEMO.start());
        add(OrganisationList.TOKEN);
        assertThat(looker(web).look()).isTrue();
        int meetings = SampleMeetings.all().size();
        assertThat(last()).isEqualTo(new LastLook(last().at(), meetings + 1, meetings, 1, Optional.empty()));
        await().atMost(PATIENCE).until(() -> stateOf(DEMO), RecordingState.DOWNLOADED::equals);
        // Shared with the token that its link in the list carries.
        await().atMost(PATIENCE)
                .until(() -> stateOf(SampleMeetings.privateMeeting()), RecordingState.DOWNLOADED::equals);
        await().atMost(PATIENCE).until(() -> stateOf(SampleMeetings.refusedInBody()), RecordingState.FAILED::equals);
        assertThat(recordingOf(SampleMeetings.refusedInBody()).failure().map(Failure::reason))
                .contains("private");
    }

    @Test
    void whenNothingIsDueNobodyIsAsked() {
        add(OrganisationList.TOKEN);
        looker(web).look();
        var asked = listRequests().size();
        assertThat(looker(web).look()).isFalse();
        assertThat(listRequests()).hasSize(asked);
    }

    @Test
    void whatIsNewIsFoundAtTheNextLook() {
        platform.organisation().clear();
        platform.organisation().add(DEMO);
        holdTasks();
        add(OrganisationList.TOKEN);
        looker(web).look();
        platform.organisation().add(17, "Fresh", "/1/2/record-new/17", OffsetDateTime.now(ZoneOffset.UTC));
        organisations.wantLook(id, Optional.empty());
        looker(web).look();
        assertThat(last().added()).isEqualTo(1);
        assertThat(recordingsOfOwner()).isEqualTo(2);
    }

    @Test
    void severalWorkersTogetherReadALongListOnce() throws Exception {
        longList(350);
        holdTasks();
        add(OrganisationList.TOKEN);
        Callable<Boolean> worker = () -> looker(web).look();
        try (var workers = Executors.newFixedThreadPool(4)) {
            var looked = 0;
            for (var one : workers.invokeAll(Collections.nCopies(4, worker))) {
                looked += one.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(1);
        }
        assertThat(recordingsOfOwner()).isEqualTo(350);
        assertThat(last().listed()).isEqualTo(350);
        assertThat(last().added()).isEqualTo(350);
        assertThat(offsets()).doesNotHaveDuplicates();
    }

    @Test
    void whenAWorkerDiesBetweenTwoPagesAnotherOneGoesOnThere() {
        longList(250);
        holdTasks();
        add(OrganisationList.TOKEN);
        Web dying = request -> {
            if (!listRequests().isEmpty()) {
                throw new Dead();
            }
            return web.get(request);
        };
        assertThatExceptionOfType(Dead.class).isThrownBy(() -> looker(dying).look());
        assertThat(recordingsOfOwner()).isEqualTo(100);
        assertThat(looker(web).look()).isFalse();
        silent();
        assertThat(looker(web).look()).isTrue();
        assertThat(recordingsOfOwner()).isEqualTo(250);
        assertThat(last().added()).isEqualTo(250);
        assertThat(offsets()).startsWith("0", "90").doesNotHaveDuplicates();
    }

    @Test
    void aWorkerThatIsStoppedGivesItsLookBack() throws Exception {
        add(OrganisationList.TOKEN);
        var asked = new CountDownLatch(1);
        Web silent = request -> {
            asked.countDown();
            throw new IOException(waitForInterruption());
        };
        var worker = Thread.ofPlatform().start(() -> looker(silent).look());
        asked.await();
        worker.interrupt();
        assertThat(worker.join(PATIENCE)).isTrue();
        assertThat(looker(web).look()).isTrue();
        assertThat(last().trouble()).isEmpty();
    }

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
    void aRefusedTokenIsToldWithAdviceAndTheTokenInNoLog() {
        var wrong = "a-token-that-nobody-knows";
        try (var log = new RememberedLog()) {
            add(wrong);
            looker(web).look();
            assertThat(troubleOf(last())).isEqualTo("token-refused");
            assertThat(log.lines()).anyMatch(line -> line.contains("does not accept the organisation's token"));
            assertThat(log.lines()).noneMatch(line -> line.contains(wrong));
        }
        assertThat(listRequests())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("x-auth-token")).contains(wrong));
    }

    @Test
    void theTokenReachesTheListAlone() {
        add(OrganisationList.TOKEN);
        looker(web).look();
        await().atMost(PATIENCE).until(() -> stateOf(DEMO), RecordingState.DOWNLOADED::equals);
        assertThat(platform.requests().latest().stream().filter(request -> request.kind() != PathKind.ORGANISATION))
                .isNotEmpty()
                .noneMatch(request -> request.toString().contains(OrganisationList.TOKEN));
    }

    @Test
    void anApiAtAnAddressThatIsNotAllowedIsNotAsked() {
        add(OrganisationList.TOKEN, platform.organisationApi().toString().replace("127.0.0.1", "127.0.0.2"));
        looker(web).look();
        assertThat(troubleOf(last())).isEqualTo("forbidden-address");
        assertThat(platform.requests().latest()).isEmpty();
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

    @Test
    void aWorkerLooksByItselfUntilItEnds() throws Exception {
        holdTasks();
        add(OrganisationList.TOKEN);
        var rounds = new OrganisationRounds(
                sources,
                web,
                budget,
                download,
                looks,
                transactions,
                new ChosenSettings(settings, Duration.ofMillis(100), 1000));
        rounds.start(null);
        await().atMost(PATIENCE).until(() -> state().last().isPresent());
        rounds.stop(null);
        organisations.wantLook(id, Optional.empty());
        assertThat(looker(web).look()).isTrue();
    }

    private static final class Dead extends Error {
        private static final long serialVersionUID = 1;
    }

    private static String waitForInterruption() {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    private Looker looker(Web asked) {
        return looker(asked, PATIENCE, settings);
    }

    private Looker looker(Web asked, Duration limit, OrganisationSettings chosen) {
        var api = new OrganisationApi(sources.named("mts-link")::recognise, Clock.systemUTC());
        return new Looker(UUID.randomUUID().toString(), looks, new TimedPages(api, asked, limit), transactions, chosen);
    }

    private void add(String token) {
        add(token, platform.organisationApi().toString());
    }

    private void add(String token, String api) {
        var wanted = new Registration("School", URI.create(api), new Secret(token), SINCE, Duration.ofHours(1));
        id = organisations.add(owner, wanted).organisation().id();
    }

    /** Recordings of which nothing but the list is known. */
    private void longList(int records) {
        platform.organisation().clear();
        for (int number = 1; number <= records; number++) {
            platform.organisation().add(number, "Lesson " + number, "/1/2/record-new/" + number, DEMO.start());
        }
    }

    /** What is found is to be counted, not to be fetched. */
    private void holdTasks() {
        transactions.run(() -> pauses.pause(new Pauses.Scope.OfOwner(owner)));
    }

    private void silent() {
        transactions.run(
                () -> database.createNativeQuery("update organisation_look set lease_until = clock_timestamp()")
                        .executeUpdate());
    }

    private List<SeenRequest> listRequests() {
        return platform.requests().latest().stream()
                .filter(request -> request.kind() == PathKind.ORGANISATION)
                .toList();
    }

    private List<String> offsets() {
        return listRequests().stream()
                .map(request -> request.query().replaceAll(".*offset=(\\d+).*", "$1"))
                .toList();
    }

    private LookState state() {
        return transactions.call(() -> organisations.state(id));
    }

    private LastLook last() {
        return state().last().orElseThrow();
    }

    private static String troubleOf(LastLook look) {
        return look.trouble().orElseThrow().reason();
    }

    private RecordingState stateOf(Meeting meeting) {
        return recordingOf(meeting).state();
    }

    private Recording recordingOf(Meeting meeting) {
        var link = sources.recognise(platform.linkTo(meeting).toString()).orElseThrow();
        return transactions.call(() -> recordings.of(owner, link.link()).orElseThrow());
    }

    private long recordingsOfOwner() {
        return transactions.call(() -> recordings.count("owner", owner));
    }
}
