package org.webinararchiver.systemtests.media;

import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;

/** Recordings to lose files of and to be interrupted in. */
public final class Lectures {
    /** A file a second. */
    public static final Meeting EIGHT_FILES = Meeting.named("eight-files")
            .titled("Eight files")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(8), lasting(1)))
            .written();

    /** Pictures of different sizes, so that a minute of them is encoded anew, which takes a while. */
    public static final Meeting MUCH_TO_BUILD = Meeting.named("much-to-build")
            .titled("Much to build")
            .lecturer(
                    "Anna",
                    anna -> anna.camera(at(0), lasting(20))
                            .camera(at(20), lasting(20), PictureSpec.of(320, 240, 15))
                            .camera(at(40), lasting(20)))
            .participant("Boris", boris -> boris.microphone(at(5), lasting(50)))
            .written();

    /** Somebody writes while Anna is seen, so all of it is composed: five windows of half a minute and the sound. */
    public static final Meeting IN_MANY_PARTS = Meeting.named("in-many-parts")
            .titled("In many parts")
            .lecturer("Anna", anna -> anna.camera(at(0), lasting(150), PictureSpec.of(320, 240, 15)))
            .message(at(2), "Boris", "Good morning")
            .message(at(140), "Boris", "Good bye")
            .written();

    private Lectures() {}

    /** Nine seconds of Anna in three files. */
    public static Meeting inThreeFiles(String key) {
        return Meeting.named(key)
                .titled("Three files")
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(9), lasting(3)))
                .written();
    }
}
