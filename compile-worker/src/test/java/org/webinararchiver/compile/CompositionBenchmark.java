package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PersonScript;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.picture.SlidePainter;

/**
 * What it costs to compose a meeting, beside one pass of ffmpeg over a graph of the same composition in 30 frames a
 * second with x264's fastest preset: a lecturer, three cameras, a guest who is only heard, a shared screen, slides and
 * chat at 1080p. The media have noise, as cameras do. Processor time and size; the second run counts.
 */
class CompositionBenchmark {
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 600);
    private static final int SHARE_FROM = SECONDS / 3;
    private static final int SHARE_UNTIL = SECONDS * 2 / 3;
    private static final Path NOISY = Path.of("target", "noisy");

    @TempDir
    Path folder;

    static Meeting meeting() {
        var script = Meeting.named("composition-" + SECONDS)
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(SECONDS), lasting(5)))
                .participant("Boris", CompositionBenchmark::camera)
                .participant(
                        "Clara",
                        clara -> camera(clara)
                                .screen(
                                        at(SHARE_FROM),
                                        lasting(SHARE_UNTIL - SHARE_FROM),
                                        PictureSpec.of(1920, 1080, 10)))
                .participant("Dora", CompositionBenchmark::camera)
                .participant("Emil", emil -> emil.microphone(at(0), lasting(SECONDS)));
        for (int slide = 0; slide * 30 < SECONDS; slide++) {
            script.slide(at(slide * 30 + 0.5), 1, slide + 1);
        }
        for (int message = 0; message * 15 < SECONDS; message++) {
            script.message(at(message * 15 + 3), "Guest " + message % 7, "What somebody wrote, number " + message);
        }
        return script.written();
    }

    private static PersonScript camera(PersonScript person) {
        return person.cameraInFiles(at(0), at(SECONDS), lasting(10));
    }

    @Test
    void aMeetingAtFullHighDefinition() throws Exception {
        var meeting = meeting();
        var recorded = RecordedMeeting.of(meeting);
        addNoise(recorded, meeting);
        for (int run = 1; run <= 2; run++) {
            var single = new ProcessorTime();
            var passed = single(meeting, recorded);
            tell(run, "one pass", single.taken(), Files.size(passed));
            var ours = new ProcessorTime();
            var file = CompilerUnderTest.compile(recorded.request(
                    folder, meeting.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P1080)));
            tell(run, "composed", ours.taken(), file.size());
            assertThat(file.gaps()).isEmpty();
        }
    }

    private static void tell(int run, String what, double seconds, long bytes) {
        System.out.printf(
                Locale.ROOT,
                "FIGURE | %d s at 1080p, run %d, %s | %.1f s of CPU, %.1f MB |%n",
                SECONDS,
                run,
                what,
                seconds,
                bytes / 1e6);
    }

    static void addNoise(RecordedMeeting recorded, Meeting meeting) throws Exception {
        for (int take = 0; take < meeting.takes().size(); take++) {
            recorded.with(take, noisy(recorded.file(take), meeting.takes().get(take)));
        }
    }

    /** The same file with the noise of a sensor. */
    private static Path noisy(Path file, Take take) throws Exception {
        if (take.picture().isEmpty()) {
            return file;
        }
        Files.createDirectories(NOISY);
        var noisy = NOISY.resolve(file.getFileName()).toAbsolutePath();
        if (Files.notExists(noisy)) {
            var unfinished = noisy.resolveSibling(noisy.getFileName() + ".part.mp4");
            var strength = take.kind() == Track.Kind.SCREEN ? 2 : 10;
            ffmpeg(
                    "-i",
                    file.toString(),
                    "-vf",
                    "noise=alls=%d:allf=t".formatted(strength),
                    "-c:a",
                    "copy",
                    "-c:v",
                    "libx264",
                    "-preset",
                    "veryfast",
                    "-crf",
                    "26",
                    unfinished.toString());
            Files.move(unfinished, noisy);
        }
        return noisy;
    }

    private static void ffmpeg(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(TestFfmpeg.installation().ffmpeg().toString(), "-nostdin", "-loglevel", "error", "-y"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as("%s", command)
                .isZero();
    }

    private Path single(Meeting meeting, RecordedMeeting recorded) throws Exception {
        var arguments = new ArrayList<String>();
        var graph = new StringBuilder("color=c=0x141a22:s=1920x1080:r=30:d=%d[b0]".formatted(SECONDS));
        var sounds = new StringBuilder();
        int input = 0;
        int layer = 0;
        int tile = 0;
        for (int slide = 0; slide * 30 < SECONDS; slide++) {
            var file = folder.resolve("slide-%d.png".formatted(slide));
            ImageIO.write(SlidePainter.paint(1, slide + 1), "png", file.toFile());
            arguments.addAll(List.of("-i", file.toString()));
            graph.append(";[%d:v]scale=1500:844[s%d];[b%d][s%d]overlay=12:118:enable='between(t,%d,%d)'[b%d]"
                    .formatted(input, input, layer, input, slide * 30, slide * 30 + 30, layer + 1));
            input++;
            layer++;
        }
        var sources = meeting.takes().stream()
                .mapToInt(Take::source)
                .distinct()
                .sorted()
                .toArray();
        for (int source : sources) {
            var list = new ArrayList<String>();
            Take first = null;
            for (int take = 0; take < meeting.takes().size(); take++) {
                var one = meeting.takes().get(take);
                if (one.source() == source) {
                    first = first == null ? one : first;
                    list.add("file '%s'".formatted(recorded.file(take)));
                }
            }
            var file = Files.write(folder.resolve("source-%d.txt".formatted(source)), list);
            arguments.addAll(List.of(
                    "-itsoffset",
                    Long.toString(first.at().toSeconds()),
                    "-f",
                    "concat",
                    "-safe",
                    "0",
                    "-i",
                    file.toString()));
            if (first.picture().isPresent()) {
                boolean isScreen = first.kind() == Track.Kind.SCREEN;
                var place = isScreen ? "12:118" : "1524:%d".formatted(12 + 140 * tile++);
                graph.append(";[%d:v]scale=%s,fps=30[m%d];[b%d][m%d]overlay=%s:eof_action=pass[b%d]"
                        .formatted(input, isScreen ? "1500:844" : "186:104", input, layer, input, place, layer + 1));
                layer++;
            }
            if (first.sound().isPresent()) {
                sounds.append("[%d:a]".formatted(input));
            }
            input++;
        }
        long voices = sounds.chars().filter(letter -> letter == '[').count();
        graph.append(";%samix=inputs=%d:normalize=0[sound]".formatted(sounds, voices));
        var result = folder.resolve("single.mp4");
        arguments.addAll(List.of(
                "-filter_complex",
                graph.toString(),
                "-map",
                "[b%d]".formatted(layer),
                "-map",
                "[sound]",
                "-t",
                Integer.toString(SECONDS),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                result.toString()));
        ffmpeg(arguments.toArray(String[]::new));
        return result;
    }
}
