package org.webinararchiver.compile;

import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.util.ArrayList;
import java.util.Optional;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.meeting.SoundSpec;
import org.webinararchiver.simulator.meeting.Take;

/** What is true of meetings of which something is missing. */
final class Lectures {
    private static final int SECONDS_PER_FILE = 5;

    private Lectures() {}

    /** The sample meeting of eight files as it is without one of them. */
    static Meeting demoWithout(int file) {
        var demo = SampleMeetings.demo();
        double from = (double) file * SECONDS_PER_FILE;
        double to = from + SECONDS_PER_FILE;
        return Meeting.named("demo")
                .titled(demo.title())
                .lastingInAll((double) demo.duration().toSeconds())
                .lecturer(
                        "Anna",
                        anna -> anna.cameraInFiles(at(0), at(from), lasting(SECONDS_PER_FILE))
                                .cameraInFiles(at(to), demo.duration(), lasting(SECONDS_PER_FILE)))
                .written();
    }

    /** The same meeting, each take's sound of another sample rate. */
    static Meeting recordedAt(int[] sampleRates, Meeting meeting) {
        var takes = new ArrayList<Take>();
        for (var take : meeting.takes()) {
            var sound = new SoundSpec(sampleRates[takes.size()], 48);
            takes.add(new Take(
                    take.file(),
                    take.person(),
                    take.kind(),
                    take.at(),
                    take.length(),
                    take.picture(),
                    Optional.of(sound)));
        }
        return new Meeting(
                meeting.key(),
                meeting.title(),
                meeting.start(),
                meeting.duration(),
                meeting.access(),
                meeting.ids(),
                meeting.people(),
                takes);
    }
}
