package org.webinararchiver.media.ffmpeg.bundled;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.commons.io.file.PathUtils;

/**
 * The ffmpeg that comes with this program as resources of the class path ({@code org.bytedeco:ffmpeg} with a classifier
 * that ends in {@code -gpl}), unpacked into a folder that is kept.
 *
 * <p>Several processes may share the folder: one unpacks while the others wait, and a folder appears under its final
 * name only when it is complete.
 */
public final class BundledFfmpeg {
    /** Part of the unpacked folder's name; changes when what is put beside the programs changes. */
    private static final String LAYOUT = "1";

    /** A lock on a file keeps other processes out, but not other threads of this one. */
    private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

    private final Path cache;
    private final ClassLoader classPath;
    private final Optional<Platform> platform;

    /** @param cache the folder to unpack into; made when needed; its file system must allow programs to be run */
    public BundledFfmpeg(Path cache) {
        this(cache, BundledFfmpeg.class.getClassLoader(), Platform.current());
    }

    BundledFfmpeg(Path cache, ClassLoader classPath, Optional<Platform> platform) {
        this.cache = cache.toAbsolutePath();
        this.classPath = classPath;
        this.platform = platform;
    }

    /**
     * Unpacks ffmpeg where that has not happened yet.
     *
     * @return folders that hold {@code ffmpeg} and {@code ffprobe}; the first in which they start is to be taken
     * @throws IOException when none is bundled for this machine, or the cache folder can not be written
     */
    public List<Path> unpack() throws IOException {
        var machine = platform.orElseThrow(() -> new IOException("there is no build for this kind of machine"));
        try (var bundle = Bundle.find(classPath, machine)
                .orElseThrow(() -> new IOException("no build for " + machine + " comes with this program"))) {
            var unpacked = cache.resolve("ffmpeg-" + machine + "-" + LAYOUT + "-" + bundle.key());
            if (!isComplete(unpacked, bundle, machine)) {
                unpackAlone(bundle, machine, unpacked);
            }
            return Launchers.folders(unpacked, machine);
        }
    }

    /** Looks at sizes too, since programs that tidy temporary folders remove files one by one. */
    private static boolean isComplete(Path unpacked, Bundle bundle, Platform machine) throws IOException {
        for (var file : bundle.files().entrySet()) {
            var copy = unpacked.resolve(Launchers.PROGRAM_FOLDER).resolve(file.getKey());
            if (!Files.isRegularFile(copy) || Files.size(copy) != file.getValue()) {
                return false;
            }
        }
        return Launchers.areIn(unpacked, machine);
    }

    private void unpackAlone(Bundle bundle, Platform machine, Path unpacked) throws IOException {
        Files.createDirectories(cache);
        var lockFile = cache.resolve(unpacked.getFileName() + ".lock");
        THIS_PROCESS.lock();
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !isComplete(unpacked, bundle, machine)) {
                replace(bundle, machine, unpacked);
            }
        } finally {
            THIS_PROCESS.unlock();
        }
    }

    /** Under the lock, whatever lies in the way was left by a process that was killed, or is damaged. */
    private void replace(Bundle bundle, Platform machine, Path unpacked) throws IOException {
        var unfinished = cache.resolve(unpacked.getFileName() + ".unfinished");
        removeIfThere(unfinished);
        for (var name : bundle.files().keySet()) {
            var copy = unfinished.resolve(Launchers.PROGRAM_FOLDER).resolve(name);
            try (var content = Files.newInputStream(bundle.file(name))) {
                DurableFile.write(copy, content);
            }
            DurableFile.makeExecutable(copy);
        }
        Launchers.install(unfinished, machine);
        removeIfThere(unpacked);
        Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void removeIfThere(Path folder) throws IOException {
        if (Files.exists(folder)) {
            PathUtils.deleteDirectory(folder);
        }
    }
}
