package org.webinararchiver.systemtests.benchmark;

import static org.webinararchiver.simulator.meeting.MeetingScript.at;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;

/** A platform with very many recordings of twenty files each, all of which are the same file. */
final class ManyRecordings implements AutoCloseable {
    static final int FILES = 20;

    private static final Duration OF_A_FILE = Duration.ofSeconds(1);

    private final List<Meeting> meetings;
    private final Simulator origin;

    private ManyRecordings(List<Meeting> meetings, Simulator origin) {
        this.meetings = meetings;
        this.origin = origin;
    }

    /** Recordings whose files are copied as they are. */
    static ManyRecordings copied(int count) throws Exception {
        return of(count, false);
    }

    /** Recordings in which somebody writes, so that they are composed. */
    static ManyRecordings composed(int count) throws Exception {
        return of(count, true);
    }

    private static ManyRecordings of(int count, boolean isComposed) throws Exception {
        var meetings = IntStream.range(0, count)
                .mapToObj(number -> meeting(number, isComposed))
                .toList();
        var file = TestStudio.with(List.of()).of(meetings.getFirst().takes().getFirst());
        return new ManyRecordings(meetings, Simulator.start(0, take -> file, meetings));
    }

    private static Meeting meeting(int number, boolean isComposed) {
        var script = Meeting.named("many-" + number)
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), OF_A_FILE.multipliedBy(FILES), OF_A_FILE));
        return (isComposed ? script.message(at(2), "Boris", "Good morning") : script).written();
    }

    /** Where this one of them is, counted from 0. */
    URI link(int number) {
        return origin.linkTo(meetings.get(number));
    }

    List<URI> links() {
        return meetings.stream().map(origin::linkTo).toList();
    }

    @Override
    public void close() throws Exception {
        origin.close();
    }
}
