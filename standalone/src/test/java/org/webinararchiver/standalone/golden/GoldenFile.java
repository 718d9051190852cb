package org.webinararchiver.standalone.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that is kept among the tests' resources and must come out again; {@code -Dgolden.write=true} writes it anew.
 */
record GoldenFile(String name) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    void mustBe(String text) throws IOException {
        var file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(file).as("written anew with -Dgolden.write=true").content().isEqualTo(text);
    }
}
