package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.TestBroker;

/**
 * What it costs to fetch a webinar of very many small files, beside what it costs curl: from an origin on loopback that
 * bears any number of connections, into a directory. Both are measured again and again in turn, for a worker grows
 * faster while it is warming up. Curl leaves its files to the operating system's cache, where the worker has each of
 * them on the disk before it goes on; so what it takes until curl's files are there is measured too.
 */
class FetchBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    /** The third run counts, and the last three: by then nothing is compiled anew by the virtual machine. */
    private static final int RUNS = 18;

    private static final int FILES = 1_000;
    private static final long BYTES_OF_A_FILE = 370_000;
    private static final int AT_ONCE = 16;

    private static final List<Meeting> MEETINGS = IntStream.rangeClosed(1, RUNS)
            .mapToObj(run -> Meeting.named("run-" + run)
                    .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(FILES), lasting(1)))
                    .written())
            .toList();

    @TempDir
    static Path folder;

    private static Simulator origin;
    private static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        var first = MEETINGS.getFirst();
        var media = TestStudio.with(List.of()).of(first.takes().getFirst());
        origin = Simulator.start(0, PaddedMedia.of(media, BYTES_OF_A_FILE, folder.resolve("file.mp4")), MEETINGS);
        deployment = Deployment.begin(
                OUTPUTS,
                folder.resolve("scratch"),
                Map.of(
                        "ARCHIVER_STORAGE_KIND", "directory",
                        "ARCHIVER_STORAGE_DIRECTORY", folder.resolve("store").toString(),
                        "ARCHIVER_DOWNLOAD_CONNECTIONS_START", Integer.toString(AT_ONCE),
                        "ARCHIVER_DOWNLOAD_CONNECTIONS_MOST", Integer.toString(AT_ONCE)),
                TestBroker.server(),
                List.of("api-service", "download-worker"));
        deployment.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (deployment != null) {
            deployment.close();
        }
        if (origin != null) {
            origin.close();
        }
    }

    @Test
    void aThousandFilesBesideCurl() throws Exception {
        assumeTrue(Curl.isHere(), "there is no curl on this machine to compare with");
        for (int run = 1; run <= RUNS; run++) {
            var meeting = MEETINGS.get(run - 1);
            var target = Files.createDirectory(folder.resolve("curl-" + run));
            var curl = Curl.fetch(addresses(meeting), AT_ONCE, target);
            var disk = Curl.onTheDisk(target);
            var worker = fetchByWorker(meeting);
            tell(run, curl, disk, worker);
            PathUtils.deleteDirectory(target);
        }
    }

    private static List<URI> addresses(Meeting meeting) {
        return meeting.takes().stream()
                .map(take -> origin.fileOf(meeting, take))
                .toList();
    }

    private static Cost fetchByWorker(Meeting meeting) {
        var worker = deployment.of("download-worker").getFirst().pid();
        var cpu = CpuTime.of(worker);
        var start = System.nanoTime();
        var recording = deployment.recordings().accepted(origin.linkTo(meeting));
        deployment.recordings().downloaded(recording);
        var cost = Cost.since(start, CpuTime.of(worker).minus(cpu));
        var progress = deployment.recordings().show(recording);
        assertThat(progress.getInt("progress.stored")).isEqualTo(FILES);
        assertThat(progress.getLong("progress.bytes")).isEqualTo(FILES * BYTES_OF_A_FILE);
        return cost;
    }

    private static void tell(int run, Cost curl, Duration disk, Cost worker) {
        var what = "%d files of %d bytes, run %d, ".formatted(FILES, BYTES_OF_A_FILE, run);
        long bytes = FILES * BYTES_OF_A_FILE;
        Figures.tell(
                what + "curl", "%.0f MB/s, %.1f s of CPU".formatted(curl.megabytesASecond(bytes), curl.cpuSeconds()));
        Figures.tell(
                what + "worker",
                "%.0f MB/s, %.1f s of CPU".formatted(worker.megabytesASecond(bytes), worker.cpuSeconds()));
        Figures.tell(what + "worker's throughput, curl's being 1", "%.2f".formatted(ratio(curl.time(), worker.time())));
        Figures.tell(
                what + "worker's throughput, curl's being 1 when its files are on the disk",
                "%.2f".formatted(ratio(curl.time().plus(disk), worker.time())));
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toMillis() / other.toMillis();
    }
}
