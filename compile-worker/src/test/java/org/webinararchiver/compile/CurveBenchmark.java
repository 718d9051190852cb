package org.webinararchiver.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.compile.compose.Film;
import org.webinararchiver.compile.picture.FrameRate;
import org.webinararchiver.compile.picture.X264;
import org.webinararchiver.compile.script.PartSource;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.scene.Stage;

/**
 * What presets, quantizers and frame rates cost and give: processor time of ffmpeg (decoding, laying out and encoding),
 * size, and SSIM of the stage beside the same window that lost next to nothing, for a window of the meeting of
 * {@link CompositionBenchmark} in which a slide is on the stage and for one in which a screen is.
 */
class CurveBenchmark {
    private static final List<String> BETTER =
            List.of("cabac=1", "8x8dct=1", "partitions=i4x4,i8x8", "no-deblock=0", "ipratio=1.6");

    @TempDir
    Path folder;

    private final Compiler compiler = new Compiler(TestFfmpeg.runner(), CompileSettings.usual());

    /** A way to encode, and how many frames of people are shown. */
    private record Setting(String name, String preset, List<String> quality, List<String> more, FrameRate people) {
        Setting(String name, String preset, List<String> quality, List<String> more) {
            this(name, preset, quality, more, FrameRate.HALF_OF_25);
        }
    }

    private static List<Setting> settings() {
        var settings = new ArrayList<Setting>();
        for (var preset : List.of("ultrafast", "superfast", "veryfast")) {
            settings.add(new Setting(preset + ", crf 23", preset, List.of("-crf", "23"), List.of()));
            settings.add(new Setting(preset + ", qp 26", preset, List.of("-qp", "26"), List.of()));
        }
        for (int quantizer : List.of(22, 24, 26, 28, 30)) {
            settings.add(new Setting(
                    "ultrafast and more, qp " + quantizer,
                    "ultrafast",
                    List.of("-qp", Integer.toString(quantizer)),
                    BETTER));
        }
        for (int rate : List.of(10, 15, 25)) {
            settings.add(new Setting(
                    "ultrafast and more, qp 26, people in " + rate,
                    "ultrafast",
                    List.of("-qp", "26"),
                    BETTER,
                    new FrameRate(rate)));
        }
        return settings;
    }

    @Test
    void presetsQuantizersAndRates() throws Exception {
        var meeting = CompositionBenchmark.meeting();
        var recorded = RecordedMeeting.of(meeting);
        CompositionBenchmark.addNoise(recorded, meeting);
        var request = recorded.request(
                folder, meeting.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P1080));
        var script = ((Begun.Divided) compiler.begin(request, CompileProgress.IGNORED)).script();
        for (var stage : List.of(Stage.OfSlide.class, Stage.Screen.class)) {
            int window = windowOf(script, stage);
            var box = box(script, window);
            var lossless = new Setting("nothing lost", "ultrafast", List.of("-qp", "1"), List.of(), new FrameRate(25));
            var truth = rendered(script, window, lossless, request.shelf());
            for (var setting : settings()) {
                var time = new ProcessorTime();
                var file = rendered(script, window, setting, request.shelf());
                System.out.printf(
                        Locale.ROOT,
                        "FIGURE | %s | %s | %.1f s | %d kB | %.4f |%n",
                        stage.getSimpleName(),
                        setting.name(),
                        time.takenByChildren(),
                        Files.size(file) / 1000,
                        Similarity.of(file, truth, box));
            }
        }
    }

    private static int windowOf(Script script, Class<? extends Stage> stage) {
        for (int window = 0; window < script.windows().size(); window++) {
            var grounds = script.windows().get(window).grounds();
            if (grounds.stream()
                    .allMatch(ground -> stage.isInstance(ground.scene().stage()))) {
                return window;
            }
        }
        throw new IllegalStateException("no window has " + stage + " on its stage");
    }

    private static Box box(Script script, int window) {
        return script.windows()
                .get(window)
                .grounds()
                .getFirst()
                .seating()
                .stage()
                .orElseThrow();
    }

    private Path rendered(Script script, int window, Setting setting, Shelf shelf) throws Exception {
        var usual = script.film();
        var level = usual.encoder().parameters().stream()
                .filter(parameter -> parameter.startsWith("level="))
                .toList();
        var parameters = new ArrayList<>(setting.more());
        parameters.addAll(level);
        var encoder = new X264(
                setting.preset(),
                setting.quality(),
                2,
                parameters,
                usual.encoder().coding());
        var other = script.with(new Film(usual.size(), encoder, usual.most(), setting.people(), usual.copied()));
        var place = Files.createTempDirectory(folder, "window");
        return compiler.render(other, window, shelf, PartSource.NOTHING, place, share -> {})
                .file();
    }
}
