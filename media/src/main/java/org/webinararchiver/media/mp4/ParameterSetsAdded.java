package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes an MP4 file anew so that its picture has the parameter sets of another one too, and its description comes
 * first, so that it plays while it is still being loaded. Nothing else is changed.
 */
public final class ParameterSetsAdded {
    /** Two days have some tens of megabytes. */
    private static final long LARGEST = 256L << 20;

    private ParameterSetsAdded() {}

    /**
     * Writes the file.
     *
     * @param file of our own making: one picture, coded as {@code avc1}
     * @param more the other parameter sets
     * @throws NotMp4 when the file is of another kind, or larger than its tables can tell
     */
    public static void write(Path file, AvcConfiguration more, Path result) throws IOException, NotMp4 {
        try (var channel = FileChannel.open(file)) {
            var bytes = new Mp4Bytes(channel);
            var parts = new Boxes(bytes).between(0, channel.size());
            var moov = parts.stream()
                    .filter(box -> box.type().equals("moov"))
                    .findFirst()
                    .orElseThrow(() -> new NotMp4("it has no description"));
            var others = parts.stream().filter(box -> !box.equals(moov)).toList();
            var movie = new MovieEdit(bytes, moov, read(channel, moov))
                    .with(more, (place, size) -> moved(place, others, size));
            write(channel, others, movie, result);
        }
    }

    private static ByteBuffer read(FileChannel channel, Box moov) throws IOException, NotMp4 {
        if (moov.end() - moov.start() > LARGEST) {
            throw new NotMp4("its description has %d bytes".formatted(moov.bodySize()));
        }
        var buffer = ByteBuffer.allocate((int) (moov.end() - moov.start()));
        var at = moov.start();
        while (buffer.hasRemaining()) {
            at += channel.read(buffer, at);
        }
        return buffer.flip();
    }

    /** The description comes after the first box; all others follow it in their order. */
    private static long moved(long place, List<Box> others, int movie) throws NotMp4 {
        var start = 0L;
        for (var box : others) {
            if (box.start() <= place && place < box.end()) {
                return start + place - box.start();
            }
            start += box.end() - box.start() + (box.equals(others.getFirst()) ? movie : 0);
        }
        throw new NotMp4("data lie outside of the file");
    }

    private static void write(FileChannel source, List<Box> others, ByteBuffer movie, Path result) throws IOException {
        try (var target = FileChannel.open(
                result, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var box : others) {
                copy(source, box, target);
                while (box.equals(others.getFirst()) && movie.hasRemaining()) {
                    target.write(movie);
                }
            }
        }
    }

    private static void copy(FileChannel source, Box box, FileChannel target) throws IOException {
        for (var at = box.start(); at < box.end(); ) {
            at += source.transferTo(at, box.end() - at, target);
        }
    }
}
