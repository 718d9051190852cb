package org.webinararchiver.simulator.studio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.process.PipedProgram;
import org.webinararchiver.simulator.server.MediaFiles;

/**
 * Makes the media files of takes and keeps them: a file that was made before, by whichever process, is not made again.
 * For several threads at once.
 */
public final class Studio implements MediaFiles {
    private final Ffmpeg ffmpeg;
    private final Path cache;
    private final Semaphore cameras = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** @param cache the folder to keep files in; made when needed, may be shared and may be deleted at any time */
    public Studio(Ffmpeg ffmpeg, Path cache) {
        this.ffmpeg = ffmpeg;
        this.cache = cache.toAbsolutePath();
    }

    /**
     * The take's file, made now if it was never made.
     *
     * @throws IOException when ffmpeg fails or the folder can not be written
     */
    @Override
    public Path of(Take wanted) throws IOException, InterruptedException {
        var take = wanted.inFile();
        return made(TakeKey.of(take, ffmpeg.version()), file -> record(take, TakeCommand::of, file));
    }

    @Override
    public Path of(TwinPart part) throws IOException, InterruptedException {
        var key = TakeKey.of(part, ffmpeg.version());
        return made(key, file -> {
            var unshifted = file.resolveSibling("unshifted-" + UUID.randomUUID());
            try {
                record(part.stretch(), TakeCommand::ofTwin, unshifted);
                FragmentClock.shift(unshifted, part.clock());
                Files.move(unshifted, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unshifted);
            }
        });
    }

    private void addJobs(List<Callable<Path>> jobs, Take take) {
        jobs.add(() -> of(take));
        take.twin().ifPresent(twin -> {
            for (var stream : TwinPart.Stream.values()) {
                TwinPart.of(take, twin, stream).forEach(part -> jobs.add(() -> of(part)));
            }
        });
    }

    /** Makes a file of the cache, whole. */
    private interface Maker {
        void make(Path file) throws IOException, InterruptedException;
    }

    private Path made(String key, Maker maker) throws IOException, InterruptedException {
        var file = cache.resolve(key + ".mp4");
        if (Files.exists(file)) {
            return file;
        }
        var lock = locks.computeIfAbsent(key, unused -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            if (!Files.exists(file)) {
                maker.make(file);
            }
            return file;
        } finally {
            lock.unlock();
        }
    }

    /** Makes all files of these meetings, several at a time. */
    public void prepare(Collection<Meeting> meetings) throws IOException, InterruptedException {
        var jobs = new ArrayList<Callable<Path>>();
        meetings.forEach(meeting -> meeting.takes().forEach(take -> addJobs(jobs, take)));
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var file : threads.invokeAll(jobs)) {
                file.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a meeting's files could not be made", e.getCause());
        }
    }

    /** Says how ffmpeg is to encode a take. */
    private interface Command {
        List<String> of(Take take, Path sound, Path output);
    }

    private void record(Take take, Command command, Path file) throws IOException, InterruptedException {
        cameras.acquire();
        Files.createDirectories(cache);
        var making = "making-" + UUID.randomUUID();
        var sound = cache.resolve(making + ".pcm");
        var unfinished = cache.resolve(making + ".mp4");
        try {
            if (take.sound().isPresent()) {
                Voice.write(take, take.sound().get(), sound);
            }
            new PipedProgram(command(command.of(take, sound, unfinished))).feed(output -> writeFrames(take, output));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            cameras.release();
            Files.deleteIfExists(sound);
            Files.deleteIfExists(unfinished);
        }
    }

    private List<String> command(List<String> arguments) {
        var command = new ArrayList<>(List.of(ffmpeg.ffmpeg().toString()));
        command.addAll(arguments);
        return command;
    }

    private static void writeFrames(Take take, OutputStream output) throws IOException {
        if (take.picture().isPresent()) {
            Frames.write(take, take.picture().get(), output);
        }
    }
}
