package org.webinararchiver.standalone.progress;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Collection;
import org.webinararchiver.client.Recording;

/** No progress: finished paths and what went wrong, nothing else. */
public final class QuietDisplay extends PlainDisplay {

    public QuietDisplay(PrintStream out, PrintStream err) {
        super(out, err, InstantSource.system());
    }

    @Override
    public void say(String message) {
        // Quiet is what was asked for.
    }

    @Override
    public void show(Collection<Recording> underWay) {
        // Quiet is what was asked for.
    }
}
