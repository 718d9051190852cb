package org.webinararchiver.media.ffmpeg.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressReaderTest {
    private final ProgressReader reader = new ProgressReader();

    @Test
    void theLatestTimeCounts() {
        read("frame=1\nout_time_us=40000\nprogress=continue\nout_time_us=1234567\nprogress=end\n");
        assertThat(reader.written()).isEqualTo(Duration.ofNanos(1_234_567_000));
    }

    @Test
    void whatIsNotATimeIsOverlooked() {
        read("out_time_us=N/A\nout_time_us=-22000\nout_time_us=99999999999999999999\nrubbish\n");
        assertThat(reader.written()).isEqualTo(Duration.ZERO);
    }

    private void read(String text) {
        reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
