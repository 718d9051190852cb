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
import org.webinararchiver.standalone.archive.ExportedFiles;

class TerminalDisplayTest {
    private static final SampleRecording ALGEBRA = SampleRecording.titled("Linear algebra, lecture 3");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MovableClock clock = new MovableClock();

    private TerminalSize size;

    private TerminalDisplay display(int columns, int rows) {
        size = new TerminalSize(columns, rows);
        return new TerminalDisplay(stream(out), stream(err), clock, () -> size, Style.PLAIN);
    }

    private String shown(int columns, SampleRecording recording) {
        var display = display(columns, 24);
        display.show(List.of(recording.fetched(0, 120, 0).now()));
        clock.pass(Duration.ofSeconds(4));
        err.reset();
        display.show(List.of(recording.now()));
        return text().replaceAll("\u001B\\[\\??\\d*[A-Za-z]|\r", "");
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
        var screen = new ReflowingScreen(80);
        assertThat(seenOn(screen).rows()).hasSize(2);
        display.show(two);
        assertThat(text()).startsWith("\r\u001B[J\u001B[?7l░").endsWith("Geometry\u001B[?7h\r\u001B[1A");
        assertThat(seenOn(screen).rows()).hasSize(2);
    }

    @Test
    void thereAreNeverMoreLinesThanTheTerminalHas() {
        var many = IntStream.range(0, 50)
                .mapToObj(number -> SampleRecording.titled("Lecture " + number).now())
                .toList();
        display(80, 10).show(many);
        assertThat(seenOn(new ReflowingScreen(80)).rows()).hasSize(9).last().isEqualTo("… and 42 more");
    }

    @Test
    void whatHasEndedStaysAboveTheLines() {
        var display = display(80, 24);
        display.show(List.of(ALGEBRA.now()));
        err.reset();
        display.finished(ALGEBRA.finished().now(), new ExportedFiles(Path.of("/videos/Algebra.mp4"), List.of()));
        assertThat(text()).isEqualTo("\r\u001B[JLinear algebra, lecture 3: complete\n");
        display.show(List.of());
        assertThat(text()).endsWith("complete\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {79, 60, 40, 39, 25, 20, 13})
    void aTerminalThatIsMadeNarrowerShowsNoRemains(int columns) {
        var display = display(80, 24);
        var screen = new ReflowingScreen(80);
        var two = List.of(
                ALGEBRA.now(),
                SampleRecording.titled("Geometry for everybody and all others").now());
        display.say("Starting");
        display.show(two);
        seenOn(screen);
        screen.resize(columns);

        display.show(two);
        assertThat(seenOn(screen).rows()).as("before it is noticed").hasSize(3).startsWith("Starting");
        display.say("Found");
        display.show(two);
        assertThat(seenOn(screen).rows()).hasSize(4).startsWith("Starting", "Found");

        size = new TerminalSize(columns, 24);
        display.show(two);
        assertThat(seenOn(screen).rows())
                .as("when it is noticed")
                .hasSize(4)
                .startsWith("Starting", "Found")
                .allSatisfy(row -> assertThat(row).hasSizeLessThan(columns));
        display.show(List.of());
        assertThat(seenOn(screen).rows()).containsExactly("Starting", "Found");
    }

    @Test
    void aTerminalThatIsMadeWiderShowsMore() {
        var display = display(30, 24);
        display.show(List.of(ALGEBRA.now()));
        err.reset();
        size = new TerminalSize(100, 24);
        display.show(List.of(ALGEBRA.now()));
        assertThat(text()).contains("Linear algebra, lecture 3");
    }

    @Test
    void aProgramThatIsInterruptedLeavesItsLinesAboveWhatFollows() {
        var display = display(80, 24);
        var screen = new ReflowingScreen(80);
        display.show(List.of(ALGEBRA.now(), SampleRecording.titled("Geometry").now()));
        display.leave();
        display.show(List.of(ALGEBRA.now()));
        stream(err).print("$ ");
        assertThat(seenOn(screen).rows()).hasSize(3).last().isEqualTo("$ ");
    }

    @Test
    void aProgramThatHasEndedLeavesNothing() {
        var display = display(80, 24);
        display.show(List.of(ALGEBRA.now()));
        display.show(List.of());
        err.reset();
        display.leave();
        assertThat(text()).isEmpty();
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

    /** What the display has written since is seen there too. */
    private ReflowingScreen seenOn(ReflowingScreen screen) {
        screen.write(text());
        err.reset();
        return screen;
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
