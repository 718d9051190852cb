package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandPageTest {
    @Test
    void thePageOfTheCommandLineTellsWhatTheProgramTells() throws IOException {
        new WrittenText(Path.of("../docs/cli.md")).mustBe(CommandPage.of(ArchiveMain.commandLine()));
    }
}
