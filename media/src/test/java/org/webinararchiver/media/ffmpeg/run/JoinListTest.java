package org.webinararchiver.media.ffmpeg.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinListTest {
    @Test
    void aNameEndsWhereItEndsWhateverItHolds() {
        var lines = JoinList.lines(List.of(JoinList.Entry.whole(Path.of("/s/it's # \\ a 'b'.mp4"))));
        assertThat(lines).contains("file 'file:/s/it'\\''s # \\ a '\\''b'\\''.mp4'");
    }

    @Test
    void aNameOfTwoLinesIsRefused() {
        var entries = List.of(JoinList.Entry.whole(Path.of("/s/a\nfile b")));
        assertThatThrownBy(() -> JoinList.lines(entries)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesFollowTheFileThatTheyAreFor() {
        var entry = new JoinList.Entry(
                Path.of("/s/a.ts"),
                Optional.of(Duration.ofMillis(1500)),
                Optional.of(Duration.ofSeconds(2)),
                Optional.of(Duration.ofSeconds(3)));
        assertThat(JoinList.lines(List.of(entry)))
                .containsSubsequence(
                        "ffconcat version 1.0",
                        "file 'file:/s/a.ts'",
                        "option protocol_whitelist file,pipe",
                        "duration 1.500000000",
                        "inpoint 2.000000000",
                        "outpoint 3.000000000");
    }
}
