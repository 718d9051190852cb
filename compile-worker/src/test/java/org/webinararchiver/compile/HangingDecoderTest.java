package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.run.FfmpegRunner;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.witness.Witness;

/**
 * An ffmpeg that works, but for some runs that never end: neither they nor what they started listen to a polite
 * request.
 */
@DisabledOnOs(OS.WINDOWS)
class HangingDecoderTest extends CompilerUnderTest {
    /** Ten times of what any of these runs needs that does not hang. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The second file of the lecturer differs, so that its picture is encoded; two speak, so that sound is mixed. */
    private static final Meeting MEETING = Meeting.named("hanging")
            .lecturer(
                    "Anna",
                    anna -> anna.camera(at(0), lasting(3))
                            .camera(at(3), lasting(3), PictureSpec.of(320, 180, 25))
                            .camera(at(6), lasting(3)))
            .participant("Boris", boris -> boris.microphone(at(0), lasting(9)))
            .written();

    /** Among the meeting's takes, which are in the order of their beginnings. */
    private static final int DIFFERING = 2;

    /** Awaited, since a process that was killed is there until whoever adopted it takes note of its end. */
    @AfterEach
    void nothingRunsAnyMore() {
        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.current().descendants().findAny().isEmpty());
        await().atMost(PATIENCE).until(() -> hung().stream().noneMatch(HangingDecoderTest::isAlive));
    }

    @Test
    void aFileWhoseDecoderHangsIsAGapAndTheRestIsThere() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var hangs = Files.copy(recorded.file(DIFFERING), folder.resolve("hangs.mp4"));

        var file = compile(recorded.with(DIFFERING, hangs).request(folder), hangingAt("*hangs.mp4*"));

        assertThat(file.gaps()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.from()).isBetween(at(2.9), at(6));
            assertThat(gap.until()).isBetween(at(5.9), at(6.1));
        });
        assertIsTrueWhereNothingHangs(file);
        assertThat(hung()).hasSizeGreaterThanOrEqualTo(4);
    }

    private static void assertIsTrueWhereNothingHangs(CompiledFile file) throws Exception {
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            var instants = MEETING.truth().instants(Duration.ofMillis(700)).stream()
                    .filter(instant -> instant.compareTo(at(2.8)) < 0 || instant.compareTo(at(6.2)) > 0)
                    .toList();
            var report = witness.compare(MEETING.truth(), instants);
            assertThat(report.matches()).as("%s", report).isTrue();
        }
    }

    @Test
    void inAComposedPictureItCostsItsOwnPlaceAndNothingElse() throws Exception {
        var recorded = RecordedMeeting.of(MEETING);
        var hangs = Files.copy(recorded.file(DIFFERING), folder.resolve("hangs.mp4"));
        var request = recorded.with(DIFFERING, hangs)
                .request(folder, MEETING.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P480));

        var file = compile(request, hangingAt("*hangs.mp4*"));

        assertThat(file.gaps()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.from()).isBetween(at(2.9), at(6));
            assertThat(gap.until()).isBetween(at(5.9), at(6.1));
        });
        assertIsTrueWhereNothingHangs(file);
    }

    @Test
    void aCopiedPictureWhoseCheckHangsIsEncodedInstead() throws Exception {
        var meeting = Meeting.named("copied")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(3)).camera(at(3), lasting(3)))
                .written();

        var file = compile(RecordedMeeting.of(meeting).request(folder), hangingAt("*packets.txt*", 1));

        assertThat(file.picture().rendersAll()).isTrue();
        assertThat(file.picture().words()).contains("the copy was no good");
        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, meeting, OF_RENDERING);
        assertThat(hung()).hasSize(2);
    }

    private static CompiledFile compile(CompileRequest request, FfmpegRunner runner) throws Exception {
        return new Compiler(runner, CompileSettings.usual()).compile(request, CompileProgress.IGNORED);
    }

    private FfmpegRunner hangingAt(String arguments) throws IOException {
        return hangingAt(arguments, Integer.MAX_VALUE);
    }

    /** Of the runs whose arguments are so, the first ones hang. */
    private FfmpegRunner hangingAt(String arguments, int times) throws IOException {
        var good = TestFfmpeg.installation();
        var program =
                Files.writeString(folder.resolve("ffmpeg"), """
                #!/bin/sh
                case "$*" in
                  %s)
                    if [ "$(cat '%s' 2>/dev/null | wc -l)" -lt %d ]; then
                      trap '' TERM
                      sleep 1000 &
                      echo "$$ $!" >>'%2$s'
                      wait
                      exit 1
                    fi;;
                esac
                exec '%s' "$@"
                """.formatted(arguments, started(), times, good.ffmpeg()));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new FfmpegRunner(new Ffmpeg(program, good.ffprobe(), good.version()), LONGEST);
    }

    private Path started() {
        return folder.resolve("started");
    }

    /** The ids of the processes that hung, and of those that they started. */
    private List<Long> hung() throws IOException {
        return Files.readAllLines(started()).stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .map(Long::valueOf)
                .toList();
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }
}
