package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;

/**
 * How much memory the largest ffmpeg has where most is asked of it: a camera of 25 frames on the stage at 1080p, a
 * dozen people beside it in files that begin and end at odd times, and a message every few seconds.
 */
class WindowMemoryBenchmark {
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 60);
    private static final int PEOPLE = 12;
    private static final double MOST_MEGABYTES = 700;

    @TempDir
    Path folder;

    @Test
    void aCameraOnTheStageAndManyBesideIt() throws Exception {
        var script = Meeting.named("window-memory-" + SECONDS)
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(SECONDS), PictureSpec.of(1280, 720, 25)));
        for (int person = 1; person <= PEOPLE; person++) {
            double late = person * 0.7;
            script.participant(
                    "Guest " + person, guest -> guest.cameraInFiles(at(late), at(SECONDS - late), lasting(6.3)));
        }
        for (int message = 0; message * 4 < SECONDS; message++) {
            script.message(at(message * 4 + 1), "Guest " + message % PEOPLE, "What somebody wrote, number " + message);
        }
        var meeting = script.written();
        var recorded = RecordedMeeting.of(meeting);
        try (var memory = new ChildrenMemory()) {
            CompilerUnderTest.compile(recorded.request(
                    folder, meeting.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P1080)));
            System.out.printf(
                    Locale.ROOT, "FIGURE | the largest ffmpeg with many people | %.0f MB |%n", memory.megabytes());
            assertThat(memory.megabytes()).isLessThan(MOST_MEGABYTES);
        }
    }
}
