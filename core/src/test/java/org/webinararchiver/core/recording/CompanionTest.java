package org.webinararchiver.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanionTest {
    private static final Companion ANNA =
            Companion.stem(StemName.of(List.of("Anna P.S. Smith")).getFirst());

    @Test
    void itIsNamedLikeTheFileThatItBelongsTo() {
        assertThat(Companion.CHAT_TEXT.beside("video.mp4")).isEqualTo("video.chat.txt");
        assertThat(Companion.POSTER.beside("video_720p_from-PT1.5S.mp4"))
                .isEqualTo("video_720p_from-PT1.5S.poster.jpg");
        assertThat(ANNA.beside("video.mp4")).isEqualTo("video.stem-Anna P.S. Smith.m4a");
    }

    @Test
    void byItsNameItIsKnownAgain() {
        Companion.singles()
                .forEach(each -> assertThat(Companion.named(each.beside("video.mp4"), "video.mp4"))
                        .contains(each));
        assertThat(Companion.named(ANNA.beside("audio.m4a"), "audio.m4a")).contains(ANNA);
    }

    @ParameterizedTest
    @CsvSource({
        "video.mp4,video.mp4",
        "audio.m4a,audio.m4a",
        "video_720p.mp4,video.mp4",
        "video_720p.stem-Anna.m4a,video.mp4",
        "video.chat.txt,video_720p.mp4",
        "video.stem-Anna.txt,video.mp4",
        "video_from-PT1.5S.mp4,video_from-PT1S.mp4"
    })
    void whatIsNotOfTheFileIsNone(String name, String file) {
        assertThat(Companion.named(name, file)).isEmpty();
    }

    @Test
    void soundsLastAndPicturesDoNot() {
        assertThat(ANNA.lasts()).isTrue();
        assertThat(Companion.SOUND_ALONE.lasts()).isTrue();
        assertThat(Companion.POSTER.lasts()).isFalse();
    }
}
