package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.webinararchiver.standalone.runtime.UserFolders;
import picocli.CommandLine.Option;

/** Where the archive is, and what it writes down; of every command. */
final class DataOptions {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = {
                "Where work in progress is kept between runs",
                "(default: the folder for programs' data in your home)."
            })
    private Path dataFolder;

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            description = "Where to log (default: logs/archive.log in the data folder).")
    private Path logFile;

    @Option(
            names = {"-d", "--debug"},
            description = "Log more, and show whole errors.")
    private boolean debug;

    Path folder() {
        return dataFolder == null ? UserFolders.current().data() : dataFolder;
    }

    /** Settings of an archive that runs in this process. */
    Map<String, String> settings() throws IOException {
        var settings = new HashMap<String, String>();
        if (debug) {
            settings.put("quarkus.log.category.\"org.webinararchiver\".level", "DEBUG");
            System.setProperty(PlainErrors.WHOLE, "true");
        }
        if (logFile != null) {
            var file = logFile.toAbsolutePath();
            Files.createDirectories(file.getParent());
            settings.put("quarkus.log.file.path", file.toString());
        }
        return settings;
    }
}
