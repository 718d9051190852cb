package org.webinararchiver.standalone.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFailureTest {
    @TempDir
    Path temporary;

    @Test
    void tellsWhatCameFirstAndWhereTheLogIs() throws IOException {
        try (var folder = DataFolder.open(temporary)) {
            var wrongSetting = new IllegalArgumentException("archiver.web.proxy is not the address of a proxy");
            var failure = new EngineFailure(folder, new RuntimeException("Failed to start", wrongSetting));

            assertThat(failure)
                    .hasMessageContaining(wrongSetting.getMessage())
                    .hasMessageContaining(folder.log().toString());
        }
    }

    @Test
    void aFailureWithoutWordsIsNamed() throws IOException {
        try (var folder = DataFolder.open(temporary)) {
            assertThat(new EngineFailure(folder, new StackOverflowError())).hasMessageContaining("StackOverflowError");
        }
    }
}
