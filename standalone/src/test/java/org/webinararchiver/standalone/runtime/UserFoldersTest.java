package org.webinararchiver.standalone.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/anna");

    @Test
    void onLinuxDataAreBelowTheXdgFolder() {
        assertThat(new UserFolders("Linux", HOME, Map.of("XDG_DATA_HOME", "/data/anna")).data())
                .isEqualTo(Path.of("/data/anna/webinar-archiver"));
    }

    @Test
    void withoutThatVariableTheyAreInTheHome() {
        assertThat(new UserFolders("Linux", HOME, Map.of()).data())
                .isEqualTo(HOME.resolve(".local/share/webinar-archiver"));
    }

    @Test
    void aRelativeXdgFolderIsIgnoredAsTheSpecificationWants() {
        assertThat(new UserFolders("Linux", HOME, Map.of("XDG_DATA_HOME", "data")).data())
                .isEqualTo(HOME.resolve(".local/share/webinar-archiver"));
    }

    @Test
    void onMacOsTheyAreInApplicationSupport() {
        assertThat(new UserFolders("Mac OS X", HOME, Map.of()).data())
                .isEqualTo(HOME.resolve("Library/Application Support/webinar-archiver"));
    }

    @Test
    void onWindowsTheyAreInTheLocalApplicationData() {
        assertThat(new UserFolders("Windows 11", HOME, Map.of()).data())
                .isEqualTo(HOME.resolve("AppData/Local/WebinarArchiver"));
    }
}
