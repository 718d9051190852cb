package org.webinararchiver.download.organisation;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.NoiseMedia;
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
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.SeenRequest;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.sources.mtslink.organisation.OrganisationApi;

/** An organisation at a platform of the sample meetings, and workers that look at its list. */
abstract class LookUnderTest {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate SINCE = LocalDate.parse("2026-01-01");
    static final Meeting DEMO = SampleMeetings.demo();

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
    Recordings recordings;

    @Inject
    Pauses pauses;

    @Inject
    Transactions transactions;

    @TempDir
    Path folder;

    final String owner = UUID.randomUUID().toString();
    Simulator platform;
    UUID id;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        transactions.run(() -> organisations.deleteAll());
        platform = Simulator.start(0, new NoiseMedia(folder), SampleMeetings.all());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    static String waitForInterruption() {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    Looker looker(Web asked) {
        return looker(asked, PATIENCE, settings);
    }

    Looker looker(Web asked, Duration limit, OrganisationSettings chosen) {
        var api = new OrganisationApi(sources.named("mts-link")::recognise, Clock.systemUTC());
        return new Looker(UUID.randomUUID().toString(), looks, new TimedPages(api, asked, limit), transactions, chosen);
    }

    void add(String token) {
        add(token, platform.organisationApi().toString());
    }

    void add(String token, String api) {
        var wanted = new Registration("School", URI.create(api), new Secret(token), SINCE, Duration.ofHours(1));
        id = organisations.add(owner, wanted).organisation().id();
    }

    /** Recordings of which nothing but the list is known. */
    void longList(int records) {
        platform.organisation().clear();
        for (int number = 1; number <= records; number++) {
            platform.organisation().add(number, "Lesson " + number, "/1/2/record-new/" + number, DEMO.start());
        }
    }

    /** What is found is to be counted, not to be fetched. */
    void holdTasks() {
        transactions.run(() -> pauses.pause(new Pauses.Scope.OfOwner(owner)));
    }

    List<SeenRequest> listRequests() {
        return platform.requests().latest().stream()
                .filter(request -> request.kind() == PathKind.ORGANISATION)
                .toList();
    }

    LookState state() {
        return transactions.call(() -> organisations.state(id));
    }

    LastLook last() {
        return state().last().orElseThrow();
    }

    static String troubleOf(LastLook look) {
        return look.trouble().orElseThrow().reason();
    }

    RecordingState stateOf(Meeting meeting) {
        return recordingOf(meeting).state();
    }

    Recording recordingOf(Meeting meeting) {
        var link = sources.recognise(platform.linkTo(meeting).toString()).orElseThrow();
        return transactions.call(() -> recordings.of(owner, link.link()).orElseThrow());
    }

    long recordingsOfOwner() {
        return transactions.call(() -> recordings.count("owner", owner));
    }
}
