package org.webinararchiver.media.ffmpeg.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChapterFileTest {

    @Test
    void aTitleCanNotEndItsLineOrBeTakenForAnything() {
        var title = "a=b;c#d\\e\n[CHAPTER]\r\0";

        assertThat(ChapterFile.lines(List.of(new ChapterFile.Entry(Duration.ZERO, Duration.ofSeconds(2), title))))
                .containsExactly(
                        ";FFMETADATA1",
                        "[CHAPTER]",
                        "TIMEBASE=1/1000",
                        "START=0",
                        "END=2000",
                        "title=a\\=b\\;c\\#d\\\\e\\\n[CHAPTER]  ");
    }
}
