package org.webinararchiver.compile.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.compile.TestFfmpeg;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.measure.Expectation.Run;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

class MeasureTest {
    private static final Duration LASTING = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static Path good;

    @BeforeAll
    static void makeGoodFile() throws Exception {
        good = folder.resolve("good.mp4");
        make(good, "testsrc2=s=320x180:r=25:d=20", "sine=r=48000:d=20");
    }

    @Test
    void aFileThatIsAsExpectedIsAccepted() throws Exception {
        assertThat(check(good, expected(run(0, 250), run(10, 250)))).isBetween(LASTING, LASTING.plusMillis(50));
    }

    @Test
    void onlyTheSecondsAroundFewJoinsAreDecoded() throws Exception {
        assertThat(Joins.areNearlyAll(Joins.spans(expected(run(0, 250), run(10, 250))), LASTING))
                .isFalse();
    }

    @Test
    void anotherLengthIsAFlaw() {
        var shorter = new Expectation(Duration.ofMillis(19_850), 320, 180, 1, List.of(run(0, 500)));

        assertFlaw(() -> check(good, shorter), "lasts PT20");
    }

    @Test
    void anotherSizeIsAFlaw() {
        var larger = new Expectation(LASTING, 640, 360, 1, List.of(run(0, 500)));

        assertFlaw(() -> check(good, larger), "the picture is 320x180, not 640x360");
    }

    @Test
    void otherChannelsAreAFlaw() {
        var wider = new Expectation(LASTING, 320, 180, 2, List.of(run(0, 500)));

        assertFlaw(() -> check(good, wider), "the sound has 1 channels, not 2");
    }

    @Test
    void missingFramesAreAFlaw() {
        assertFlaw(
                () -> check(good, expected(run(0, 250), run(10, 251))),
                "of the 251 frames from PT10S on there are 250");
    }

    @Test
    void aPieceThatBeginsElsewhereIsAFlaw() {
        assertFlaw(
                () -> check(good, expected(run(0, 250), run(10.01, 249))),
                "the frame of PT10.01S is shown at PT10.04S");
    }

    @Test
    void aFileThatIsCutOffIsAFlaw() throws Exception {
        var bytes = Files.readAllBytes(good);
        var half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2));

        assertFlaw(() -> check(half, expected(run(0, 500))), "the file is broken");
    }

    @Test
    void aFileWithoutSoundIsAFlaw() throws Exception {
        var silent = folder.resolve("silent.mp4");
        make(silent, "testsrc2=s=320x180:r=25:d=20");

        assertFlaw(() -> check(silent, expected(run(0, 500))), "there is no sound");
    }

    @Test
    void framesThatCanNotBeDecodedAreAFlaw() throws Exception {
        var zeroes = damaged("zeroes.mp4", 0.4, 0.6);

        assertFlaw(() -> check(zeroes, expected(run(0, 500))), "its key frames can not be decoded");
        assertFlaw(() -> check(zeroes, expected(run(0, 250), run(10, 250))), "can not be decoded");
        assertFlaw(() -> check(zeroes, expected(everySecond())), "its picture can not be decoded");
    }

    private static Path damaged(String name, double from, double to) throws Exception {
        var bytes = Files.readAllBytes(good);
        Arrays.fill(bytes, (int) (bytes.length * from), (int) (bytes.length * to), (byte) 0);
        return Files.write(folder.resolve(name), bytes);
    }

    private static Run[] everySecond() {
        return IntStream.range(0, 20).mapToObj(second -> run(second, 25)).toArray(Run[]::new);
    }

    private static void assertFlaw(ThrowingCallable check, String words) {
        assertThatThrownBy(check).isInstanceOf(Flaw.class).hasMessageContaining(words);
    }

    private static Duration check(Path file, Expectation expectation) throws Exception {
        return new Measure(new Workshop(TestFfmpeg.runner(), 1), folder).check(file, expectation);
    }

    private static Expectation expected(Run... runs) {
        return new Expectation(LASTING, 320, 180, 1, List.of(runs));
    }

    private static Run run(double second, long frames) {
        return new Run(Duration.ofMillis(Math.round(second * 1000)), frames, true);
    }

    private static void make(Path file, String... sources) throws Exception {
        var inputs = new ArrayList<FfmpegInput>();
        for (var source : sources) {
            inputs.add(new FfmpegInput.Generated(source));
        }
        var options = List.of("-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-c:a", "aac", "-shortest");
        TestFfmpeg.runner()
                .run(
                        new FfmpegJob(inputs, List.of(new FfmpegOutput.File(file, options)), RunLimits.USUAL),
                        written -> {});
    }
}
