package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.process.PipedProgram;

/** A browser makes its picture smaller when the connection is poor, in the middle of a file. */
class ChangingSizeTest extends CompilerUnderTest {
    private static final Meeting WHOLE = Meeting.named("changing-size")
            .titled("A picture that changes its size within its file")
            .lecturer("Anna", anna -> anna.camera(at(0), lasting(8)))
            .participant("Boris", boris -> boris.camera(at(2), lasting(5)))
            .written();

    private static final Meeting IN_PARTS = Meeting.named("changing-size")
            .titled(WHOLE.title())
            .lecturer(
                    "Anna",
                    anna -> anna.camera(at(0), lasting(4), PictureSpec.CAMERA)
                            .camera(at(4), lasting(4), PictureSpec.of(320, 240, 25)))
            .participant("Boris", boris -> boris.camera(at(2), lasting(5)))
            .written();

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "GALLERY"})
    void bothSizesAreSeenAtTheirTime(Layout layout) throws Exception {
        var recorded = RecordedMeeting.of(WHOLE);
        recorded.with(0, joined(RecordedMeeting.of(IN_PARTS), recorded.file(0)));

        var file = compile(
                recorded.request(folder, WHOLE.title(), Look.USUAL.with(layout).with(Quality.P720)));

        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, IN_PARTS, lasting(0.04), lasting(0.3));
    }

    /** The frames of two files one after another, with the sound of a third. */
    private Path joined(RecordedMeeting parts, Path sound) throws IOException, InterruptedException {
        var frames = folder.resolve("frames.h264");
        try (var output = Files.newOutputStream(frames)) {
            for (int take : List.of(0, 2)) {
                var part = folder.resolve("part-%d.h264".formatted(take));
                ffmpeg("-i", "file:" + parts.file(take), "-c:v", "copy", "-an", "-f", "h264", "file:" + part);
                Files.copy(part, output);
            }
        }
        var joined = folder.resolve("joined.mp4");
        ffmpeg(
                "-r",
                "25",
                "-i",
                "file:" + frames,
                "-i",
                "file:" + sound,
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-c",
                "copy",
                "file:" + joined);
        return joined;
    }

    private static void ffmpeg(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(TestFfmpeg.installation().ffmpeg().toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        new PipedProgram(command).read(output -> output.readAllBytes().length);
    }
}
