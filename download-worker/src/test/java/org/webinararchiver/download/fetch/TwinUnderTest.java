package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.download.fetch.Outcomes.failureOf;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.TestStudio;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.catalog.StoredRun;
import org.webinararchiver.platform.catalog.TwinStore;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.sources.hls.PlaylistLimits;
import org.webinararchiver.sources.hls.PlaylistReader;

/** What fetches twins, with one connection unless a test gives it more, and the store that they come into. */
abstract class TwinUnderTest {
    static final String KEY = "recordings/1/segments/2/task-1";

    @TempDir
    Path folder;

    final ConnectionBudget budget = Budgets.of(1);
    ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder.resolve("store"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    static Meeting meeting(TwinSpec spec) {
        return Meeting.named("twin")
                .lecturer("Anna", anna -> anna.cameraInTwin(at(3), lasting(4), spec))
                .written();
    }

    static Take take(Meeting meeting) {
        return meeting.takes().getFirst();
    }

    static TwinRequest request(Simulator platform, Meeting meeting, boolean withSound) {
        return new TwinRequest(
                platform.twinOf(meeting, take(meeting)), Map.of("Referer", "https://page.example/"), withSound, KEY);
    }

    static TwinRequest request(String playlist) {
        return new TwinRequest(URI.create(playlist), Map.of(), false, KEY);
    }

    FetchOutcome fetch(Web web, TwinRequest request) {
        return fetch(web, request, budget, Limits.WIDE);
    }

    FetchOutcome fetch(Web web, TwinRequest request, ConnectionBudget connections, Limits limits) {
        var fetcher = new TwinFetcher(
                web,
                connections,
                store,
                new Scratch(() -> folder.resolve("scratch")),
                new PlaylistReader(new PlaylistLimits(100_000, 1000, 1080)),
                limits,
                Duration.ofSeconds(5));
        try {
            return fetcher.fetch(request, share -> assertThat(share).isBetween(0.0, 1.0));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<StoredRun> stored(FetchOutcome outcome) throws IOException {
        assertThat(outcome).isInstanceOf(FetchOutcome.Stored.class);
        return new TwinStore(store).get(((FetchOutcome.Stored) outcome).objectKey());
    }

    static String lost(FetchOutcome outcome) {
        var failure = failureOf(outcome);
        assertThat(failure).isInstanceOf(Failure.OfTask.class);
        return failure.reason();
    }

    void assertAre(List<StoredRun> runs, List<TwinPart> parts) throws Exception {
        assertThat(runs).hasSameSizeAs(parts);
        for (int number = 0; number < parts.size(); number++) {
            try (var bytes = store.get(runs.get(number).objectKey())) {
                assertThat(bytes.readAllBytes())
                        .isEqualTo(Files.readAllBytes(TestStudio.open().of(parts.get(number))));
            }
        }
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
