package org.webinararchiver.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalDisplayTest {
    private static final SampleRecording ALGEBRA = SampleRecording.titled("Linear algebra, lecture 3");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MovableClock clock = new MovableClock();

    private TerminalDisplay display(int columns, int rows) {
        return new TerminalDisplay(stream(out), stream(err), clock, new TerminalSize(columns, rows), Style.PLAIN);
    }

    private String shown(int columns, SampleRecording recording) {
        var display = display(columns, 24);
        display.show(List.of(recording.fetched(0, 120, 0).now()));
        clock.pass(Duration.ofSeconds(4));
        err.reset();
        display.show(List.of(recording.now()));
        return text().replace("\r\u001B[2K", "");
    }

    @Test
    void aWideTerminalShowsEverything() {
        assertThat(shown(100, ALGEBRA.fetched(30, 120, 10_000_000)))
                .isEqualTo("███░░░░░░░░░░░░░░░░░ fetching 30 of 120 files · 10.0 MB · 2.5 MB/s · 0:12 left"
                        + " · Linear algebra, l…");
    }

    @Test
    void aNarrowTerminalShowsWhatMattersMost() {
        assertThat(shown(40, ALGEBRA.fetched(30, 120, 10_000_000)))
                .isEqualTo("█░░░░ fetching 30 of 120 files · Linea…");
        assertThat(shown(20, ALGEBRA.fetched(30, 120, 10_000_000))).isEqualTo("█░░░░ fetching · L…");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 20, 30, 40, 60, 80, 100, 200})
    void noLineIsAsWideAsTheTerminal(int columns) {
        var wide = SampleRecording.titled("線形代数の講義です 🙂🙂🙂 и ещё немного о матрицах");
        assertThat(CellText.width(shown(columns, wide.fetched(30, 120, 10_000_000))))
                .isLessThan(Math.max(columns, 2));
    }

    @Test
    void severalRecordingsHaveALineEachWhichIsDrawnOver() {
        var display = display(80, 24);
        var two = List.of(ALGEBRA.now(), SampleRecording.titled("Geometry").now());
        display.show(two);
        assertThat(text().lines()).hasSize(2);
        err.reset();
        display.show(two);
        assertThat(text()).startsWith("\r\u001B[2K\u001B[1A\r\u001B[2K░");
    }

    @Test
    void thereAreNeverMoreLinesThanTheTerminalHas() {
        var many = IntStream.range(0, 50)
                .mapToObj(number -> SampleRecording.titled("Lecture " + number).now())
                .toList();
        display(80, 10).show(many);
        assertThat(text().lines()).hasSize(9).last().isEqualTo("… and 42 more");
    }

    @Test
    void whatHasEndedStaysAboveTheLines() {
        var display = display(80, 24);
        display.show(List.of(ALGEBRA.now()));
        err.reset();
        display.finished(ALGEBRA.finished().now(), Path.of("/videos/Algebra.mp4"));
        assertThat(text()).isEqualTo("\r\u001B[2KLinear algebra, lecture 3: complete\n");
        display.show(List.of());
        assertThat(text()).endsWith("complete\n");
    }

    @Test
    void coloursAreThereUnlessTheUserWantsNone() {
        assertThat(Style.by(Map.of())).isEqualTo(Style.COLOURED);
        assertThat(Style.by(Map.of("NO_COLOR", ""))).isEqualTo(Style.COLOURED);
        assertThat(Style.by(Map.of("NO_COLOR", "1"))).isEqualTo(Style.PLAIN);
        assertThat(Style.COLOURED.bar(0.5, 4)).isEqualTo("\u001B[32m██\u001B[0m░░");
        assertThat(Style.PLAIN.bar(0.5, 4)).isEqualTo("██░░");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
