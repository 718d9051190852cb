package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.process.PipedProgram;

/** A film that is laid upon a drawn picture is as it was. */
class FilmOnGroundTest extends CompilerUnderTest {
    /** The left edge of the film, down to where its marker begins: nothing in it has an edge across. */
    private static final int WIDTH = 4;

    private static final int HEIGHT = 460;
    private static final int NOTICED = 25;

    private static final Meeting MEETING = Meeting.named("film-on-ground")
            .titled("A film on a ground")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(20), lasting(5)))
            .message(at(0), "Vera", "Hello!")
            .written();

    @Test
    void noLineOfItsLeftEdgeIsDark() throws Exception {
        var file = compile(RecordedMeeting.of(MEETING)
                .request(folder, MEETING.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P720)));

        assertThat(darkLines(file.path())).isZero();
    }

    /** How many lines there are, in all frames, that are darker than the lines above and below. */
    private static int darkLines(Path file) throws Exception {
        var command = List.of(
                TestFfmpeg.installation().ffmpeg().toString(),
                "-nostdin",
                "-v",
                "error",
                "-i",
                "file:" + file,
                "-vf",
                "crop=%d:%d:8:78,format=gray".formatted(WIDTH, HEIGHT),
                "-f",
                "rawvideo",
                "pipe:1");
        return new PipedProgram(command).read(FilmOnGroundTest::darkLines);
    }

    private static int darkLines(InputStream frames) throws IOException {
        int dark = 0;
        int count = 0;
        for (var frame = frames.readNBytes(WIDTH * HEIGHT);
                frame.length == WIDTH * HEIGHT;
                frame = frames.readNBytes(WIDTH * HEIGHT)) {
            count++;
            for (int y = 1; y < HEIGHT - 1; y++) {
                int here = brightness(frame, y) + NOTICED;
                dark += here < brightness(frame, y - 1) && here < brightness(frame, y + 1) ? 1 : 0;
            }
        }
        assertThat(count).isGreaterThan(400);
        return dark;
    }

    private static int brightness(byte[] frame, int y) {
        int sum = 0;
        for (int x = 0; x < WIDTH; x++) {
            sum += frame[y * WIDTH + x] & 255;
        }
        return sum / WIDTH;
    }
}
