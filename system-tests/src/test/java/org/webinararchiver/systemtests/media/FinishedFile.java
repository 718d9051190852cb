package org.webinararchiver.systemtests.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.witness.Witness;

/** Judges a finished file by what it shows and lets hear. */
public final class FinishedFile {
    private static final Duration BETWEEN_INSTANTS = Duration.ofMillis(250);

    private FinishedFile() {}

    /** Fails unless the file is, from its beginning to its end, what the meeting was. */
    public static void mustBe(Meeting meeting, Path file) throws IOException, InterruptedException, FfmpegNotFound {
        var truth = meeting.truth();
        try (var witness = Witness.of(FoundFfmpeg.get(), file)) {
            var report = witness.compare(truth, truth.instants(BETWEEN_INSTANTS));
            assertThat(report.instants()).isGreaterThan(10);
            assertThat(report.matches()).as("%s", report).isTrue();
        }
    }

    /** The meeting as it would have been had this take never been recorded. */
    public static Meeting without(Take lost, Meeting meeting) {
        return new Meeting(
                meeting.key(),
                meeting.title(),
                meeting.start(),
                meeting.duration(),
                meeting.access(),
                meeting.ids(),
                meeting.people(),
                meeting.takes().stream().filter(take -> !take.equals(lost)).toList());
    }
}
