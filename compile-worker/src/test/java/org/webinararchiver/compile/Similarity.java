package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.webinararchiver.core.layout.Box;

/** How alike a part of two films is, as SSIM: 1 where there is no difference. Both are looked at 30 times a second. */
final class Similarity {
    private static final Pattern ALL = Pattern.compile("SSIM .*All:([0-9.]+)");

    private Similarity() {}

    static double of(Path one, Path other, Box part) throws IOException, InterruptedException {
        var look = "fps=30,crop=%d:%d:%d:%d".formatted(part.width(), part.height(), part.x(), part.y());
        var process = new ProcessBuilder(List.of(
                        TestFfmpeg.installation().ffmpeg().toString(),
                        "-nostdin",
                        "-i",
                        one.toString(),
                        "-i",
                        other.toString(),
                        "-filter_complex",
                        "[0:v]%1$s[one];[1:v]%1$s[other];[one][other]ssim".formatted(look),
                        "-f",
                        "null",
                        "-"))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        var found = ALL.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
