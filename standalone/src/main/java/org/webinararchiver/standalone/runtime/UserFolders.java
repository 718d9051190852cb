package org.webinararchiver.standalone.runtime;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a user's programs keep their data, as each operating system wants it. */
public final class UserFolders {
    private final String operatingSystem;
    private final Path home;
    private final Map<String, String> environment;

    public UserFolders(String operatingSystem, Path home, Map<String, String> environment) {
        this.operatingSystem = operatingSystem.toLowerCase(Locale.ROOT);
        this.home = home;
        this.environment = environment;
    }

    /** Those of the user who runs this process. */
    public static UserFolders current() {
        return new UserFolders(
                System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** The folder for this program's data: by the XDG base directory specification, or its counterpart elsewhere. */
    public Path data() {
        if (operatingSystem.startsWith("windows")) {
            return from("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("WebinarArchiver");
        }
        if (operatingSystem.startsWith("mac")) {
            return home.resolve("Library/Application Support/webinar-archiver");
        }
        return from("XDG_DATA_HOME", home.resolve(".local/share")).resolve("webinar-archiver");
    }

    /** The specification wants relative paths ignored. */
    private Path from(String variable, Path otherwise) {
        var set = environment.getOrDefault(variable, "");
        return !set.isEmpty() && Path.of(set).isAbsolute() ? Path.of(set) : otherwise;
    }
}
