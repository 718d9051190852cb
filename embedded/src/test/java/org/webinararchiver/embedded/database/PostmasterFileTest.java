package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {

    @Test
    void aNoteTellsProcessAndStart() {
        assertThat(PostmasterFile.parse(List.of("4711", "/data/cluster", "1795168596", "5999", "", "127.0.0.1")))
                .hasValue(new PostmasterFile(4711, Instant.ofEpochSecond(1795168596)));
    }

    @Test
    void aNoteThatBreaksOffIsNone() {
        assertThat(PostmasterFile.parse(List.of())).isEmpty();
        assertThat(PostmasterFile.parse(List.of("4711", "/data/cluster"))).isEmpty();
        assertThat(PostmasterFile.parse(List.of("", "/data/cluster", "1795168596")))
                .isEmpty();
    }

    @Test
    void aNoteOfSomethingElseIsNone() {
        // A server in single-user mode notes its process as a negative number.
        assertThat(PostmasterFile.parse(List.of("-4711", "/data/cluster", "1795168596")))
                .isEmpty();
        assertThat(PostmasterFile.parse(List.of("4711", "/data/cluster", "soon")))
                .isEmpty();
    }

    @Test
    void noFileIsNoNote(@TempDir Path folder) throws Exception {
        assertThat(PostmasterFile.read(folder.resolve("postmaster.pid"))).isEmpty();
    }
}
