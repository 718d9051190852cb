package org.webinararchiver.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipedProgramTest {
    @TempDir
    private Path folder;

    @Test
    void whatAProgramWritesIsReadToItsEnd() throws Exception {
        var text = shell("printf one; printf two")
                .read(output -> new String(output.readAllBytes(), StandardCharsets.UTF_8));
        assertThat(text).isEqualTo("onetwo");
    }

    @Test
    void aProgramThatReadsIsFedAndAwaited() throws Exception {
        var copy = folder.resolve("copy");
        shell("cat > " + copy).feed(input -> input.write(new byte[1_000_000]));
        assertThat(Files.size(copy)).isEqualTo(1_000_000);
    }

    @Test
    void aProgramThatFailsIsAnErrorWithItsWordsAndCode() {
        assertThatThrownBy(() -> shell("echo broken >&2; exit 3").read(output -> output.readAllBytes().length))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("code 3")
                .hasMessageContaining("broken");
    }

    @Test
    void aProgramThatStopsReadingIsAnErrorWithItsWords() {
        assertThatThrownBy(() -> shell("echo full >&2; exit 4").feed(input -> input.write(new byte[10_000_000])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("full");
    }

    @Test
    void aProgramThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> new PipedProgram(List.of("/no/such/program")).read(output -> 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
    }

    private static PipedProgram shell(String script) {
        return new PipedProgram(List.of("/bin/sh", "-c", script));
    }
}
