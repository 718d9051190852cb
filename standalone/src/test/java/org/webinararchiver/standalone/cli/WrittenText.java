package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that is kept in a file and must be what the program says; {@code -Dhelp.write=true} writes it anew. */
record WrittenText(Path file) {
    void mustBe(String text) throws IOException {
        if (Boolean.getBoolean("help.write")) {
            Files.writeString(file, text);
        }
        assertThat(file).as("written anew with -Dhelp.write=true").content().isEqualTo(text);
    }
}
