package org.webinararchiver.standalone.progress;

import java.io.PrintStream;
import org.webinararchiver.api.recordings.RecordingView;

/** No progress: finished paths and what went wrong, nothing else. */
public final class QuietDisplay extends PlainDisplay {

    public QuietDisplay(PrintStream out, PrintStream err) {
        super(out, err);
    }

    @Override
    public void say(String message) {
        // Quiet is what was asked for.
    }

    @Override
    public void show(RecordingView recording) {
        // Quiet is what was asked for.
    }
}
