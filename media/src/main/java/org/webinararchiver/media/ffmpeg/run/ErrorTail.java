package org.webinararchiver.media.ffmpeg.run;

import com.github.kokorin.jaffree.ffmpeg.FFmpegResult;
import com.github.kokorin.jaffree.log.LogMessage;
import com.github.kokorin.jaffree.process.StdReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps the end of what a program says about its errors. Jaffree's own reader keeps all of it, and damaged media make
 * ffmpeg say more than memory holds.
 */
final class ErrorTail implements StdReader<FFmpegResult> {
    private static final int LONGEST = 16 * 1024;

    private final byte[] ring = new byte[LONGEST];
    private long length;

    /** Reads to the end; the result only tells Jaffree that there is one. */
    @Override
    public FFmpegResult read(InputStream errors) {
        var piece = new byte[4096];
        try {
            for (var count = errors.read(piece); count >= 0; count = errors.read(piece)) {
                keep(piece, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FFmpegResult(null, null, null, null, null, null);
    }

    @Override
    public List<LogMessage> getErrorLogMessages() {
        return List.of();
    }

    private synchronized void keep(byte[] piece, int count) {
        for (var index = 0; index < count; index++) {
            ring[(int) (length++ % LONGEST)] = piece[index];
        }
    }

    /** The last lines. A line whose beginning is lost is left out. */
    synchronized String text() {
        var kept = (int) Math.min(length, LONGEST);
        var bytes = new byte[kept];
        for (var index = 0; index < kept; index++) {
            bytes[index] = ring[(int) ((length - kept + index) % LONGEST)];
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        return (length > LONGEST ? text.substring(text.indexOf('\n') + 1) : text).strip();
    }
}
