package org.webinararchiver.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.client.Failure;
import org.webinararchiver.client.Gap;
import org.webinararchiver.standalone.archive.ExportedFiles;

class DisplayTest {
    private static final ExportedFiles FILE =
            new ExportedFiles(Path.of("/videos/Algebra.mp4"), List.of(Path.of("/videos/Algebra.chat.txt")));
    private static final SampleRecording ALGEBRA = SampleRecording.titled("Algebra");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MovableClock clock = new MovableClock();

    private PlainDisplay plain() {
        return new PlainDisplay(stream(out), stream(err), clock);
    }

    @Test
    void eachStepIsOnePlainLine() {
        var display = plain();
        display.show(List.of(ALGEBRA.fetched(1, 8, 900).now()));
        display.show(List.of(ALGEBRA.fetched(2, 8, 1_234_567).now()));
        display.show(List.of(ALGEBRA.built(0.42).now()));
        assertThat(text(err)).isEqualTo("""
                        Algebra: fetching: 1 of 8 files, 1 kB
                        Algebra: building the video: 42 %, 26:03 of 1:02:03
                        """);
    }

    @Test
    void everyFewSecondsALineTellsHowFarItHasCome() {
        var display = plain();
        for (int seconds = 0; seconds <= 11; seconds++) {
            display.show(List.of(
                    ALGEBRA.fetched(10 + seconds, 100, 1_000_000L * seconds).now()));
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(text(err)).isEqualTo("""
                        Algebra: fetching: 10 of 100 files, 0 kB
                        Algebra: fetching: 15 of 100 files, 5.0 MB, 1.0 MB/s, 1:25 left
                        Algebra: fetching: 20 of 100 files, 10.0 MB, 1.0 MB/s, 1:20 left
                        """);
    }

    @Test
    void whatDoesNotComeOnIsNotRepeated() {
        var display = plain();
        display.show(List.of(ALGEBRA.fetched(1, 8, 900).now()));
        clock.pass(Duration.ofSeconds(5));
        for (int times = 0; times < 100; times++) {
            display.show(List.of(ALGEBRA.fetched(4, 8, 5000).now()));
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(text(err)).isEqualTo("""
                        Algebra: fetching: 1 of 8 files, 1 kB
                        Algebra: fetching: 4 of 8 files, 5 kB, 1 kB/s, 0:06 left
                        """);
    }

    @Test
    void standardOutputGetsThePathAlone() {
        plain().finished(ALGEBRA.finished().now(), FILE);
        assertThat(text(out)).isEqualTo("/videos/Algebra.mp4\n");
        assertThat(text(err)).isEqualTo("Algebra: complete\n");
    }

    @Test
    void whatIsMissingIsListedWithWhoseItIsAndWhen() {
        var from = Duration.ofSeconds(65);
        var to = Duration.ofSeconds(3725);
        var recording = ALGEBRA.finished(
                new Gap(Gap.Kind.MEDIA, null, "Anna", from, to, "the host answered 404"),
                new Gap(Gap.Kind.SLIDE, "Deck 1, 3", null, from, to, "it is not a picture"),
                new Gap(Gap.Kind.SLIDE, null, null, from, to, "it is not a picture"),
                new Gap(Gap.Kind.DOCUMENT, "Deck 1", null, null, null, "it is not a document"));
        new QuietDisplay(stream(out), stream(err)).finished(recording.now(), FILE);
        assertThat(text(err)).isEqualTo("""
                        Algebra: done, but some of it could not be had:
                          0:01:05 to 1:02:05 of Anna: the host answered 404
                          0:01:05 to 1:02:05, a slide (Deck 1, 3): it is not a picture
                          0:01:05 to 1:02:05, a slide: it is not a picture
                          the document Deck 1: it is not a document
                        """);
    }

    @Test
    void aFailureIsToldWithItsAdviceEvenWhenQuiet() {
        var failed = ALGEBRA.failed(new Failure("private", "The recording is private.", "Pass --session-id."));
        new QuietDisplay(stream(out), stream(err)).failed(failed.now());
        assertThat(text(err)).isEqualTo("Algebra: failed. The recording is private.\n  Pass --session-id.\n");
    }

    @Test
    void aQuietDisplayShowsNoProgress() {
        var display = new QuietDisplay(stream(out), stream(err));
        display.say("Starting");
        display.show(List.of(ALGEBRA.now()));
        display.finished(ALGEBRA.finished().now(), FILE);
        assertThat(text(err)).isEmpty();
        assertThat(text(out)).isEqualTo("/videos/Algebra.mp4\n");
    }

    @Test
    void aTitleCannotMoveTheCursor() {
        plain().finished(
                        SampleRecording.titled("Al\u001B[2Jge\r\nbra")
                                .finished()
                                .now(),
                        FILE);
        assertThat(text(err)).isEqualTo("Al [2Jge bra: complete\n");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
