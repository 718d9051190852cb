package org.webinararchiver.media.ffmpeg.run;

import com.github.kokorin.jaffree.ffmpeg.FFmpegResult;
import com.github.kokorin.jaffree.log.LogMessage;
import com.github.kokorin.jaffree.process.StdReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Reads what {@code -progress pipe:1} prints. A pipe rather than Jaffree's own listening socket, which ffmpeg could not
 * reach where it has no network, and which goes on listening when ffmpeg fails early.
 */
final class ProgressReader implements StdReader<FFmpegResult> {
    /** Microseconds. It says {@code N/A} until something is written. */
    private static final Pattern OUT_TIME = Pattern.compile("out_time_us=(\\d{1,18})");

    private final AtomicReference<Duration> written = new AtomicReference<>(Duration.ZERO);

    @Override
    public FFmpegResult read(InputStream output) {
        try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var time = OUT_TIME.matcher(line.strip());
                if (time.matches()) {
                    written.set(Duration.of(Long.parseLong(time.group(1)), ChronoUnit.MICROS));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    @Override
    public List<LogMessage> getErrorLogMessages() {
        return List.of();
    }

    /** The latest that was told. */
    Duration written() {
        return written.get();
    }
}
