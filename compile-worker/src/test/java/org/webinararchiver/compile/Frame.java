package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.webinararchiver.simulator.process.PipedProgram;

/** A frame of a finished file. */
record Frame(BufferedImage picture) {
    private static final int BLOCK = 16;
    private static final double NOTICED = 24;

    /** The one that begins at this instant, or the first one after it. */
    static Frame of(Path file, Duration at) throws IOException, InterruptedException {
        return new Frame(new PipedProgram(command(file, at, "-f", "image2pipe", "pipe:1")).read(ImageIO::read));
    }

    /** Writes it into a PNG file that is as small as can be. */
    static void save(Path file, Duration at, Path png) throws IOException, InterruptedException {
        var command = command(
                file, at, "-pred", "mixed", "-compression_level", "9", "-update", "1", "-f", "image2", "file:" + png);
        new PipedProgram(command).read(output -> output.readAllBytes().length);
    }

    private static List<String> command(Path file, Duration at, String... output) {
        var ffmpeg = TestFfmpeg.installation().ffmpeg().toString();
        var command = new ArrayList<>(List.of(ffmpeg, "-nostdin", "-v", "error", "-y", "-ss", Seconds.of(at)));
        command.addAll(List.of("-i", "file:" + file, "-frames:v", "1", "-c:v", "png"));
        command.addAll(List.of(output));
        return command;
    }

    /** Nowhere is there a place of some pixels that is lighter or darker than there. */
    void assertLooksLike(Frame other) {
        for (int y = 0; y + BLOCK <= picture.getHeight(); y += BLOCK) {
            for (int x = 0; x + BLOCK <= picture.getWidth(); x += BLOCK) {
                assertThat(Math.abs(brightness(x, y) - other.brightness(x, y)))
                        .as("what is seen at %d,%d", x, y)
                        .isLessThan(NOTICED);
            }
        }
    }

    private double brightness(int left, int top) {
        double sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                int color = picture.getRGB(x, y);
                sum += (color >> 16 & 255) + 2 * (color >> 8 & 255) + (color & 255);
            }
        }
        return sum / (4 * BLOCK * BLOCK);
    }
}
