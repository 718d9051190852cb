package org.webinararchiver.sources.mtslink.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The length of a description does not decide how much memory it takes. */
class LargeLogTest {

    @Test
    void fiftyMegabytesOfEventsAreReadWithFortyEightMegabytesOfHeap() throws Exception {
        assertThat(reading(50_000_000, "-Xmx48m")).startsWith("read 50");
    }

    @Test
    @Tag("large")
    void fiveHundredMegabytesOfEventsAreReadWithSixtyFourMegabytesOfHeap() throws Exception {
        assertThat(reading(500_000_000, "-Xmx64m")).startsWith("read 500").contains("files 3000 of 3000");
    }

    private static String reading(long bytes, String heap) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeLogMain.class.getName(),
                        Long.toString(bytes))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .filter(line -> line.startsWith("read"))
                .findFirst()
                .orElse(output);
    }
}
