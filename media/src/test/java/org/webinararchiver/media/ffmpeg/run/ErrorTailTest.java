package org.webinararchiver.media.ffmpeg.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorTailTest {
    private final ErrorTail tail = new ErrorTail();

    @Test
    void aShortTextIsKeptWhole() {
        read("first line\nläst line\n");
        assertThat(tail.text()).isEqualTo("first line\nläst line");
    }

    @Test
    void ofALongTextTheLastWholeLinesAreKept() {
        read("first line\n" + "a line that is repeated\n".repeat(10_000) + "the reason");
        assertThat(tail.text()).startsWith("a line that is repeated\n").endsWith("the reason");
        assertThat(tail.text().length()).isBetween(16_000, 16 * 1024);
    }

    @Test
    void aLineWithoutEndIsKeptInPart() {
        read("x".repeat(100_000));
        assertThat(tail.text()).hasSize(16 * 1024);
    }

    private void read(String text) {
        tail.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
