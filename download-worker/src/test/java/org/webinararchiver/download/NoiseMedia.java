package org.webinararchiver.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.server.MediaFiles;

/**
 * Files whose pictures are random bytes: a download worker looks no deeper than at what describes them. A take's bytes
 * are always the same.
 */
public final class NoiseMedia implements MediaFiles {
    private static final int SHORTEST = 100_000;
    private static final int MOST_BYTES_MORE = 200_000;

    private final Path folder;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public NoiseMedia(Path folder) {
        this.folder = folder;
    }

    /** Lets no file out until {@link #release}. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    @Override
    public Path of(Take take) throws IOException, InterruptedException {
        gate.await();
        return Files.write(folder.resolve(take.file()), bytesOf(take));
    }

    static byte[] bytesOf(Take take) {
        var noise = new Random(take.file().hashCode());
        var bytes = new byte[SHORTEST + noise.nextInt(MOST_BYTES_MORE)];
        noise.nextBytes(bytes);
        return SmallMp4.of(bytes);
    }
}
