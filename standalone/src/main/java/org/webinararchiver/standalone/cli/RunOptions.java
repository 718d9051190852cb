package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.webinararchiver.standalone.archive.ArchiveLinks;
import org.webinararchiver.standalone.archive.ExportWish;
import org.webinararchiver.standalone.archive.Wanted;
import org.webinararchiver.standalone.progress.Display;
import org.webinararchiver.standalone.runtime.DataFolder;
import org.webinararchiver.standalone.runtime.Listening;
import org.webinararchiver.standalone.runtime.Session;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that archives something. */
final class RunOptions {
    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            defaultValue = "downloads",
            description = "Where finished recordings go, each into a folder of its own (default: ${DEFAULT-VALUE}).")
    private Path outputFolder = Path.of("downloads");

    @Option(names = "--keep-files", description = "Put the files that it was made of beside it, into the folder files.")
    private boolean keepFiles;

    @Mixin
    private ShowOptions showing = new ShowOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    /** Archives these, with the archive that has the data folder open, or in this process. */
    int archive(List<Wanted> links) throws IOException, InterruptedException {
        var display = showing.display();
        return session(display).run(job(links, display));
    }

    /** Archives these in this process. */
    int archive(DataFolder folder, List<Wanted> links) throws IOException {
        var display = showing.display();
        return session(display).run(folder, job(links, display));
    }

    void into(Path folder) {
        outputFolder = folder;
    }

    Path outputFolder() {
        return outputFolder;
    }

    DataFolder openDataFolder() throws IOException {
        return DataFolder.open(data.folder());
    }

    private Session session(Display display) throws IOException {
        return new Session(data.folder(), display, Listening.FOR_OTHER_RUNS, data.settings());
    }

    private ArchiveLinks job(List<Wanted> links, Display display) {
        return new ArchiveLinks(links, new ExportWish(outputFolder.toAbsolutePath(), keepFiles), display);
    }
}
