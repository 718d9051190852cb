package org.webinararchiver.standalone.progress;

import java.util.Collection;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Recording;
import org.webinararchiver.standalone.archive.ExportedFiles;

/** Tells the user how things stand. Progress goes to standard error; standard output gets the results alone. */
public interface Display {

    /** Something worth knowing beside the progress. */
    void say(String message);

    /** What the program is doing before it can begin, in a few words. */
    void preparing(String step);

    /** How all recordings stand that are under way; called several times a second, with none at the end. */
    void show(Collection<Recording> underWay);

    /** A recording is finished and is where the user wants it. */
    void finished(Recording recording, ExportedFiles files);

    /** A recording cannot be archived. */
    void failed(Recording recording);

    /** A recording was cancelled or skipped. */
    void stopped(Recording recording);

    /** Something is not done that was asked for of a recording, or of a link. */
    void refused(String name, ProblemException refusal);
}
