package org.webinararchiver.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenditionNameTest {
    private static final List<Boolean> BOTH = List.of(false, true);

    @Test
    void theUsualFileHasThePlainName() {
        assertThat(RenditionOptions.USUAL.fileName()).hasToString("video.mp4");
    }

    @Test
    void anotherPictureOrAnotherPartIsAnotherFile() {
        assertThat(whole(Look.USUAL.with(Quality.P720)).fileName()).hasToString("video_720p.mp4");
        assertThat(part("PT10M", "PT1M30.5S", new Look(Layout.GALLERY, Quality.P720, false, true))
                        .fileName())
                .hasToString("video_gallery_720p_no-chat_hide-silent_from-PT10M_for-PT1M30.5S.mp4");
    }

    @Test
    void ofMereSoundOnlyItsPartMakesAnotherFile() {
        var sound = new Look(Layout.AUDIO, Quality.P480, false, true);
        assertThat(whole(sound).fileName()).hasToString("audio.m4a");
        assertThat(part("PT10M", null, sound).fileName()).hasToString("audio_from-PT10M.m4a");
        assertThat(whole(sound)).isEqualTo(whole(Look.USUAL.with(Layout.AUDIO)));
    }

    @Test
    void optionsHaveOneNameExactlyWhenTheirPictureIsOne() {
        var looks = new HashMap<String, Look>();
        for (var look : looks()) {
            assertThat(looks.merge(whole(look).fileName().value(), look, (one, other) -> one))
                    .isEqualTo(look);
        }
    }

    @Test
    void aStageHasNoRoomForMessagesSoTheyMakeNoOtherFile() {
        assertThat(whole(new Look(Layout.STAGE, Quality.SOURCE, false, false)).fileName())
                .hasToString("video_stage.mp4");
    }

    @Test
    void whetherItMayHaveGapsAndWhatIsBesideItMakesNoOtherFile() {
        var other = new RenditionOptions(Optional.empty(), Optional.empty(), Look.USUAL, true, true);
        assertThat(other.fileName()).isEqualTo(RenditionOptions.USUAL.fileName());
    }

    @Test
    void behindATitleTheEndingTellsWhichFileItIs() {
        assertThat(new RenditionName("video.mp4").ending()).isEqualTo(".mp4");
        assertThat(new RenditionName("video_720p.mp4").ending()).isEqualTo("_720p.mp4");
        assertThat(new RenditionName("audio_from-PT1M.m4a").ending()).isEqualTo("_from-PT1M.m4a");
        assertThat(new RenditionName("videographer.txt").ending()).isEqualTo("_videographer.txt");
    }

    @Test
    void soundIsNoVideo() {
        assertThat(whole(Look.USUAL).fileName().mediaType()).isEqualTo("video/mp4");
        assertThat(whole(Look.USUAL.with(Layout.AUDIO)).fileName().mediaType()).isEqualTo("audio/mp4");
    }

    private static List<Look> looks() {
        var looks = new ArrayList<Look>();
        for (var layout : Layout.values()) {
            for (var quality : Quality.values()) {
                BOTH.forEach(
                        chat -> BOTH.forEach(hidesSilent -> looks.add(new Look(layout, quality, chat, hidesSilent))));
            }
        }
        return looks;
    }

    private static RenditionOptions whole(Look look) {
        return part(null, null, look);
    }

    private static RenditionOptions part(String start, String length, Look look) {
        return new RenditionOptions(
                Optional.ofNullable(start).map(Duration::parse),
                Optional.ofNullable(length).map(Duration::parse),
                look,
                false,
                false);
    }
}
