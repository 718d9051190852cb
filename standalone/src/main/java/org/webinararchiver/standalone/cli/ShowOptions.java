package org.webinararchiver.standalone.cli;

import java.time.InstantSource;
import org.webinararchiver.standalone.progress.Display;
import org.webinararchiver.standalone.progress.JsonDisplay;
import org.webinararchiver.standalone.progress.PlainDisplay;
import org.webinararchiver.standalone.progress.QuietDisplay;
import picocli.CommandLine.Option;

/** How progress is shown. */
final class ShowOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, only the finished paths and what went wrong.")
    private boolean quiet;

    @Option(names = "--json", description = "For programs: one JSON object a line on standard output.")
    private boolean json;

    Display display() {
        if (json) {
            return new JsonDisplay(System.out);
        }
        if (quiet) {
            return new QuietDisplay(System.out, System.err);
        }
        return Terminal.isShown()
                ? Terminal.display()
                : new PlainDisplay(System.out, System.err, InstantSource.system());
    }
}
