package org.webinararchiver.systemtests.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.server.MediaFiles;

/**
 * One media file of just as many bytes as are wanted, for all takes: a real one, made longer by a box that players step
 * over. What is added is a hole, which takes no room on a disk that knows holes.
 */
final class PaddedMedia implements MediaFiles {
    private static final int HEADER_WITH_LONG_SIZE = 16;
    private static final int SIZE_IS_LONG = 1;

    private final Path file;

    private PaddedMedia(Path file) {
        this.file = file;
    }

    /**
     * Makes the file.
     *
     * @param media an MP4 file
     * @param bytes how many there are to be, at least 16 more than the media have
     */
    static PaddedMedia of(Path media, long bytes, Path file) throws IOException {
        long padding = bytes - Files.size(media);
        if (padding < HEADER_WITH_LONG_SIZE) {
            throw new IllegalArgumentException("%s has more than %d bytes already".formatted(media, bytes));
        }
        Files.copy(media, file, StandardCopyOption.REPLACE_EXISTING);
        var header = ByteBuffer.allocate(HEADER_WITH_LONG_SIZE)
                .putInt(SIZE_IS_LONG)
                .put("free".getBytes(US_ASCII))
                .putLong(padding);
        try (var whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.seek(whole.length());
            whole.write(header.array());
            whole.setLength(bytes);
        }
        return new PaddedMedia(file);
    }

    @Override
    public Path of(Take take) {
        return file;
    }
}
