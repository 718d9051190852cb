package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.FileKind;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.PictureFormat;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/** Reads slides: what Java can not read, WebP or an odd JPEG, is made a PNG by ffmpeg first. */
final class SlideReader {
    private static final RunLimits LIMITS = RunLimits.USUAL
            .withTime(Duration.ofMinutes(1))
            .withMemory(2L << 30)
            .withOutputFile(512L << 20)
            .withPixels(SlideFile.MOST_PIXELS);

    private static final List<String> AS_PNG =
            List.of("-map", "0:v:0", "-frames:v", "1", "-c:v", "png", "-compression_level", "1", "-f", "image2pipe");

    private final Workshop workshop;
    private final Path scratch;

    /** @param scratch a folder for what is needed on the way; it need not be there, and nothing stays in it */
    SlideReader(Workshop workshop, Path scratch) {
        this.workshop = workshop;
        this.scratch = scratch;
    }

    /**
     * Reads a file that a stranger made.
     *
     * @throws IOException also when it is no picture that can be read, or has more than 40 million pixels
     */
    SlideFile read(Path file) throws IOException {
        try {
            return SlideFile.read(file);
        } catch (IOException unread) {
            var format = FileKind.of(file).flatMap(SlideReader::format);
            if (format.isEmpty()) {
                throw unread;
            }
            return converted(new FfmpegInput.ForeignPicture(file, format.get()), unread);
        }
    }

    private static Optional<PictureFormat> format(FileKind kind) {
        return switch (kind) {
            case JPEG -> Optional.of(PictureFormat.JPEG);
            case WEBP -> Optional.of(PictureFormat.WEBP);
            case PNG, GIF, PDF -> Optional.empty();
        };
    }

    private SlideFile converted(FfmpegInput foreign, IOException unread) throws IOException {
        Files.createDirectories(scratch);
        var png = Files.createTempFile(scratch, "slide", ".png");
        try {
            workshop.run(new FfmpegJob(List.of(foreign), List.of(new FfmpegOutput.File(png, AS_PNG)), LIMITS));
            return SlideFile.read(png);
        } catch (FfmpegFailure e) {
            unread.addSuppressed(e);
            throw new IOException(unread.getMessage() + "; " + LastWords.of(e), unread);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("a slide was being read");
        } finally {
            Files.delete(png);
        }
    }
}
