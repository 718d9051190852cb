package org.webinararchiver.standalone.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.UnreachableException;
import org.webinararchiver.standalone.archive.Archive;
import org.webinararchiver.standalone.archive.ArchiveJob;
import org.webinararchiver.standalone.progress.Display;

/**
 * Does a job with the archive of a data folder: with the one that another process runs, or else with one in this
 * process. When the other one ends in the middle, this process takes over.
 */
public final class Session {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MILLIS_BETWEEN_LOOKS = 200;

    private final Path folder;
    private final Display display;
    private final Listening listening;
    private final Map<String, String> settings;
    private long waitingSince;

    /** @param settings more settings of the archive, should it run in this process */
    public Session(Path folder, Display display, Listening listening, Map<String, String> settings) {
        this.folder = folder;
        this.display = display;
        this.listening = listening;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Does the job and answers its exit code.
     *
     * @throws FolderInUse when another process has the folder open and does not answer
     * @throws EngineFailure when the archive does not start in this process
     */
    public int run(ArchiveJob job) throws IOException, InterruptedException {
        while (true) {
            try (var opened = DataFolder.open(folder)) {
                return run(opened, job);
            } catch (FolderInUse inUse) {
                var exitCode = join(job);
                if (exitCode.isPresent()) {
                    return exitCode.get();
                }
                waitForTheOther(inUse);
            }
        }
    }

    /** Does the job in this process. */
    public int run(DataFolder opened, ArchiveJob job) throws IOException {
        display.say("Starting the archiver; its data is in " + opened);
        return new Engine(opened, display, listening, settings).run(job);
    }

    /** Empty when there is nobody to join, or nobody any more. */
    private Optional<Integer> join(ArchiveJob job) throws IOException, InterruptedException {
        var running = RunningArchive.read(DataFolder.running(folder));
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try (var archive = Archive.joined(running.get())) {
            if (!archive.isThere()) {
                return Optional.empty();
            }
            waitingSince = 0;
            display.say("Joined the archive that is running already (process %d); its data is in %s"
                    .formatted(running.get().pid(), folder));
            return Optional.of(job.work(archive).number());
        } catch (UnreachableException gone) {
            display.say("The archive that did the work has ended. This one takes over.");
            return Optional.empty();
        } catch (ProblemException refused) {
            if (Archive.isInTrouble(refused)) { // it is ending
                return Optional.empty();
            }
            throw refused;
        }
    }

    private void waitForTheOther(FolderInUse inUse) throws FolderInUse, InterruptedException {
        long now = System.nanoTime();
        if (waitingSince == 0) {
            waitingSince = now;
            display.preparing("waiting for another ./archive that is starting or ending");
        } else if (now - waitingSince > PATIENCE.toNanos()) {
            throw inUse;
        }
        TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
    }
}
