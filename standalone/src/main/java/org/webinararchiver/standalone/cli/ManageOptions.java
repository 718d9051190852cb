package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.util.List;
import org.webinararchiver.standalone.archive.ArchiveJob;
import org.webinararchiver.standalone.progress.Display;
import org.webinararchiver.standalone.progress.QuietDisplay;
import org.webinararchiver.standalone.runtime.Listening;
import org.webinararchiver.standalone.runtime.Session;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that look after what is in the archive. */
final class ManageOptions {
    @Option(names = "--json", description = "For programs: one JSON object a line on standard output.")
    private boolean json;

    @Mixin
    private DataOptions data = new DataOptions();

    boolean json() {
        return json;
    }

    /** Does it with the archive that has the data folder open, or with one in this process. */
    int run(ArchiveJob job) throws IOException, InterruptedException {
        var display = display();
        return new Session(data.folder(), display, Listening.FOR_OTHER_RUNS, data.settings()).run(archive -> {
            display.show(List.of()); // which clears what was said while it started
            return job.work(archive);
        });
    }

    private Display display() {
        return json || !Terminal.isShown() ? new QuietDisplay(System.out, System.err) : Terminal.display();
    }
}
