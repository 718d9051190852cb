package org.webinararchiver.simulator.marker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameMarkerTest {
    private static final FrameReading READING = new FrameReading(5, Duration.ofMillis(3_723_456));

    @ParameterizedTest
    @CsvSource({"640, 360", "1920, 1080", "320, 240", "1280, 720", "160, 90", "360, 640"})
    void aPictureOfAnySizeIsRead(int width, int height) {
        var picture = Pictures.gray(Pictures.camera(width, height, READING));
        assertThat(FrameMarker.read(picture)).contains(READING);
        assertThat(FrameMarker.find(picture)).extracting(Sighting::reading).containsExactly(READING);
    }

    @ParameterizedTest
    @CsvSource({"640, 360", "480, 270", "320, 180", "213, 120", "1280, 720", "400, 300"})
    void aPictureThatWasScaledIsRead(int width, int height) {
        for (int seed = 0; seed < 8; seed++) {
            var reading = new FrameReading(seed, Duration.ofMillis(seed * 7_654_321L));
            var picture = Pictures.gray(Pictures.scaled(Pictures.camera(960, 540, reading), width, height));
            assertThat(FrameMarker.read(picture)).contains(reading);
            assertThat(FrameMarker.find(picture)).extracting(Sighting::reading).containsExactly(reading);
        }
    }

    @Test
    void limitedRangeIsRead() {
        var picture = Pictures.limitedRange(Pictures.gray(Pictures.camera(640, 360, READING)));
        assertThat(FrameMarker.read(picture)).contains(READING);
        assertThat(FrameMarker.find(picture)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 20, 40})
    void aNoisyPictureIsRead(double strength) {
        var picture = Pictures.noisy(Pictures.gray(Pictures.camera(640, 360, READING)), strength, 11);
        assertThat(FrameMarker.read(picture)).contains(READING);
    }

    @Test
    void noiseNeverMakesAWrongReading() {
        var clean = Pictures.gray(Pictures.camera(320, 180, READING));
        int unread = 0;
        for (int seed = 0; seed < 300; seed++) {
            var reading = FrameMarker.read(Pictures.noisy(clean, 60 + seed / 2.0, seed));
            assertThat(reading.orElse(READING)).isEqualTo(READING);
            unread += reading.isEmpty() ? 1 : 0;
        }
        assertThat(unread).isPositive();
    }

    @Test
    void randomPicturesAreNotRead() {
        var random = new Random(17);
        for (int i = 0; i < 300; i++) {
            var picture = Pictures.random(210, 120, random);
            assertThat(FrameMarker.read(picture)).isEmpty();
            assertThat(FrameMarker.find(picture)).isEmpty();
        }
    }

    @Test
    void twoPicturesFadedIntoEachOtherAreNotRead() {
        var one = Pictures.gray(Pictures.camera(640, 360, new FrameReading(1, Duration.ofSeconds(1))));
        var other = Pictures.gray(Pictures.camera(640, 360, new FrameReading(2, Duration.ofSeconds(9))));
        var pixels = new byte[640 * 360];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((one.at(i % 640, i / 640) + other.at(i % 640, i / 640)) / 2);
        }
        assertThat(FrameMarker.read(new GrayPicture(640, 360, pixels))).isEmpty();
    }

    @Test
    void blackIsNotRead() {
        var black = Pictures.gray(Pictures.black(640, 360));
        assertThat(FrameMarker.read(black)).isEmpty();
        assertThat(FrameMarker.find(black)).isEmpty();
    }

    @Test
    void aPictureOfKnownPlaceWithinAnotherIsRead() {
        var whole = Pictures.black(1280, 720);
        Pictures.place(whole, Pictures.camera(640, 480, READING), 700, 31, 480, 360);
        var picture = Pictures.gray(whole);
        assertThat(FrameMarker.read(picture, new Area(700, 31, 480, 360))).contains(READING);
        assertThat(FrameMarker.read(picture, new Area(40, 31, 480, 360))).isEmpty();
    }

    @Test
    void everyPictureOfAGalleryIsFoundWithItsPlace() {
        var whole = Pictures.black(1280, 720);
        for (int tile = 0; tile < 4; tile++) {
            var reading = new FrameReading(tile + 1, Duration.ofMillis(1000L * tile));
            Pictures.place(whole, Pictures.camera(640, 360, reading), tile % 2 * 640, tile / 2 * 360, 640, 360);
        }
        var sightings = FrameMarker.find(Pictures.gray(whole));
        assertThat(sightings)
                .extracting(sighting -> sighting.reading().source())
                .containsExactly(1, 2, 3, 4);
        var last = sightings.getLast().area();
        assertThat(last.x()).isCloseTo(640, within(2.0));
        assertThat(last.y()).isCloseTo(360, within(8.0));
        assertThat(last.width()).isCloseTo(640, within(4.0));
        assertThat(last.height()).isCloseTo(360, within(12.0));
    }

    @Test
    void aSmallPictureOverALargeOneIsFoundBesideIt() {
        var whole = Pictures.camera(1280, 720, READING);
        var small = new FrameReading(9, READING.time());
        Pictures.place(whole, Pictures.camera(640, 360, small), 1000, 20, 240, 136);
        assertThat(FrameMarker.find(Pictures.gray(whole)))
                .extracting(Sighting::reading)
                .containsExactlyInAnyOrder(READING, small);
    }
}
