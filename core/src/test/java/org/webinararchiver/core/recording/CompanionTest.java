package org.webinararchiver.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompanionTest {

    @Test
    void itIsNamedLikeTheFileThatItBelongsTo() {
        assertThat(Companion.CHAT_TEXT.beside("video.mp4")).isEqualTo("video.chat.txt");
        assertThat(Companion.POSTER.beside("video_720p_from-PT1.5S.mp4"))
                .isEqualTo("video_720p_from-PT1.5S.poster.jpg");
    }
}
