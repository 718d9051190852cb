package org.webinararchiver.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.recordings.RecordingView;
import org.webinararchiver.api.recordings.RecordingView.FailureView;
import org.webinararchiver.api.recordings.RecordingView.GapView;
import org.webinararchiver.api.recordings.RecordingView.Progress;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.Gap;

class DisplayTest {
    private static final Path FILE = Path.of("/videos/Algebra.mp4");
    private static final UUID ID = UUID.randomUUID();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachStepIsOnePlainLine() {
        var display = new PlainDisplay(stream(out), stream(err));
        display.show(recording(RecordingState.DOWNLOADING, new Progress(8, 1, 0, 900, 0)));
        display.show(recording(RecordingState.DOWNLOADING, new Progress(8, 2, 0, 1_234_567, 0)));
        display.show(recording(RecordingState.PROCESSING, new Progress(8, 8, 0, 1_234_567, 0.42)));
        assertThat(text(err)).isEqualTo("""
                        Algebra: fetching: 1 of 8 files, 1 kB
                        Algebra: building the video: 42 %
                        """);
    }

    @Test
    void standardOutputGetsThePathAlone() {
        var display = new PlainDisplay(stream(out), stream(err));
        display.finished(finished(List.of()), FILE);
        assertThat(text(out)).isEqualTo("/videos/Algebra.mp4\n");
        assertThat(text(err)).isEqualTo("Algebra: complete\n");
    }

    @Test
    void whatIsMissingIsListedWithWhoseItIsAndWhen() {
        var from = Duration.ofSeconds(65);
        var to = Duration.ofSeconds(3725);
        var gaps = List.of(
                new GapView(Gap.Kind.MEDIA, null, "Anna", from, to, "the host answered 404"),
                new GapView(Gap.Kind.SLIDE, "Deck 1, 3", null, from, to, "it is not a picture"),
                new GapView(Gap.Kind.SLIDE, null, null, from, to, "it is not a picture"),
                new GapView(Gap.Kind.DOCUMENT, "Deck 1", null, null, null, "it is not a document"));
        new QuietDisplay(stream(out), stream(err)).finished(finished(gaps), FILE);
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
        var failure = new FailureView("private", "The recording is private.", "Pass --session-id.");
        new QuietDisplay(stream(out), stream(err)).failed(view(RecordingState.FAILED, null, List.of(), failure));
        assertThat(text(err)).isEqualTo("Algebra: failed. The recording is private.\n  Pass --session-id.\n");
    }

    @Test
    void aQuietDisplayShowsNoProgress() {
        var display = new QuietDisplay(stream(out), stream(err));
        display.say("Starting");
        display.show(recording(RecordingState.PENDING, new Progress(0, 0, 0, 0, 0)));
        display.finished(finished(List.of()), FILE);
        assertThat(text(err)).isEmpty();
        assertThat(text(out)).isEqualTo("/videos/Algebra.mp4\n");
    }

    @Test
    void aLineOnATerminalIsDrawnOverAndNeverWraps() {
        var display = new TerminalDisplay(stream(out), stream(err), 40);
        display.show(recording(RecordingState.DOWNLOADING, new Progress(8, 4, 0, 1_000_000, 0)));
        assertThat(text(err)).startsWith("\r\u001B[2K██████░░░░░░░░░░░░░░ ").endsWith("…");
        assertThat(text(err).substring(5)).hasSize(39);
    }

    @Test
    void aTerminalOfAnyWidthIsDrawnOn() {
        for (int columns = 0; columns < 5; columns++) {
            new TerminalDisplay(stream(out), stream(err), columns)
                    .show(recording(RecordingState.PENDING, new Progress(0, 0, 0, 0, 0)));
        }
        assertThat(text(err)).doesNotContain("\n");
    }

    private static RecordingView recording(RecordingState state, Progress progress) {
        return new RecordingView(
                ID,
                "mts-link",
                "https://my.mts-link.ru/x",
                state,
                null,
                false,
                false,
                "Algebra",
                null,
                null,
                null,
                progress,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static RecordingView finished(List<GapView> gaps) {
        return view(RecordingState.PROCESSED, Outcome.COMPLETE, gaps, null);
    }

    private static RecordingView view(RecordingState state, Outcome outcome, List<GapView> gaps, FailureView failure) {
        return new RecordingView(
                ID,
                "mts-link",
                "https://my.mts-link.ru/x",
                state,
                outcome,
                false,
                false,
                "Algebra",
                null,
                null,
                null,
                new Progress(8, 8, 0, 1_000_000, 1),
                gaps,
                failure,
                List.of(),
                null,
                null,
                null);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
