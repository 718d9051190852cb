package org.webinararchiver.core.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailSheetTest {

    @Test
    void eachTimeHasItsPlaceInThePicture() {
        assertThat(ThumbnailSheet.of(Duration.ofMillis(115_500), 1920, 1080).webVtt("video.storyboard.jpg"))
                .startsWith("""
                        WEBVTT

                        00:00:00.000 --> 00:00:10.000
                        video.storyboard.jpg#xywh=0,0,160,90
                        """)
                .endsWith("""
                        00:01:50.000 --> 00:01:55.500
                        video.storyboard.jpg#xywh=160,90,160,90
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 9_999, 10_000, 10_001, 999_999, 1_000_000, 1_000_001, 7_200_000, 86_400_000})
    void aHundredAtTheMostCoverTheWholeVideo(long millis) {
        var duration = Duration.ofMillis(millis);
        var sheet = ThumbnailSheet.of(duration, 640, 360);

        assertThat(sheet.count()).isBetween(1, 100);
        assertThat(sheet.every().multipliedBy(sheet.count())).isGreaterThanOrEqualTo(duration);
        assertThat(sheet.every().multipliedBy(sheet.count() - 1L)).isLessThan(duration);
        assertThat(sheet.columns() * sheet.rows()).isGreaterThanOrEqualTo(sheet.count());
    }

    @Test
    void aVideoOfAnyFormHasThumbnails() {
        assertThat(ThumbnailSheet.of(Duration.ofHours(1), 1080, 1920).height()).isEqualTo(284);
        assertThat(ThumbnailSheet.of(Duration.ofHours(1), 4000, 2).height()).isEqualTo(2);
    }
}
