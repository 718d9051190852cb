package org.webinararchiver.standalone.progress;

import java.nio.file.Path;
import org.webinararchiver.api.recordings.RecordingView;

/** Tells the user how things stand. Progress goes to standard error; standard output gets the finished paths alone. */
public interface Display {

    /** Something worth knowing before the work begins. */
    void say(String message);

    /** What the program is doing before it can begin, in a few words. */
    void preparing(String step);

    /** How a recording stands now; called several times a second. */
    void show(RecordingView recording);

    /** A recording is finished. */
    void finished(RecordingView recording, Path file);

    /** A recording cannot be archived. */
    void failed(RecordingView recording);

    /** A recording was cancelled or skipped. */
    void stopped(RecordingView recording);
}
