package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.standalone.archive.ArchiveJob;
import org.webinararchiver.standalone.progress.Display;
import org.webinararchiver.standalone.progress.PlainDisplay;
import org.webinararchiver.standalone.progress.QuietDisplay;
import org.webinararchiver.standalone.progress.TerminalDisplay;
import org.webinararchiver.standalone.runtime.DataFolder;
import org.webinararchiver.standalone.runtime.Engine;
import org.webinararchiver.standalone.runtime.UserFolders;
import picocli.CommandLine.Option;

/** Options of every command that archives something. */
final class RunOptions {
    private static final int USUAL_COLUMNS = 80;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            defaultValue = "downloads",
            description = "Where finished recordings go, each into a folder of its own (default: ${DEFAULT-VALUE}).")
    private Path outputFolder = Path.of("downloads");

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = {
                "Where work in progress is kept between runs",
                "(default: the folder for programs' data in your home)."
            })
    private Path dataFolder;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, only the finished paths and what went wrong.")
    private boolean quiet;

    int archive(List<RecognisedLink> links) throws IOException {
        try (var folder = openDataFolder()) {
            return archive(folder, links);
        }
    }

    int archive(DataFolder folder, List<RecognisedLink> links) throws IOException {
        var display = display();
        display.say("Starting the archiver; its data is in " + folder);
        return new Engine(folder).run(new ArchiveJob(links, outputFolder, display));
    }

    DataFolder openDataFolder() throws IOException {
        return DataFolder.open(dataFolder == null ? UserFolders.current().data() : dataFolder);
    }

    /** The start script knows whether there is a terminal and how wide it is; Java 21 does not. */
    private Display display() {
        if (quiet) {
            return new QuietDisplay(System.out, System.err);
        }
        return Boolean.getBoolean("archiver.terminal")
                ? new TerminalDisplay(
                        System.out, System.err, Integer.getInteger("archiver.terminal.columns", USUAL_COLUMNS))
                : new PlainDisplay(System.out, System.err);
    }
}
