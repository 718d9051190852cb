package org.webinararchiver.compile.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.media.ffmpeg.run.JoinList;

class PictureListTest {
    @Test
    void eachFileLastsUntilTheNextOneBeginsWhateverItSaysItself() {
        var pieces = List.of(
                copied("a", millis(0), millis(40), millis(80), millis(4900), millis(60)),
                copied("b", millis(5000), millis(0), millis(0), millis(3000), millis(0)));

        assertThat(PictureList.of(pieces))
                .isEqualTo(new PictureList(
                        millis(40),
                        List.of(
                                entry("a", 4960, 80, Optional.of(millis(4980))),
                                entry("b", 3000, 0, Optional.of(millis(3000))))));
    }

    @Test
    void hundredsOfFilesDoNotDriftByRounding() {
        var third = Duration.ofNanos(333_333_333);
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < 300; i++) {
            pieces.add(copied("a", third.multipliedBy(i), millis(0), millis(0), third, millis(0)));
        }

        var list = PictureList.of(pieces);

        var lasting = list.entries().stream()
                .map(entry -> entry.duration().orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(lasting).isEqualTo(Duration.ofNanos(99_999_999_000L));
        assertThat(list.entries())
                .allSatisfy(entry -> assertThat(entry.duration().orElseThrow().toNanos() % 1000)
                        .isZero());
    }

    @Test
    void chunksBeginAtTheirFramesTimes() {
        assertThat(PictureList.of(List.of(rendered(0, 0), rendered(0, 1), rendered(0, 2)))
                        .entries())
                .extracting(entry -> entry.duration().orElseThrow().toNanos())
                .containsExactly(33_333_000L, 33_334_000L, 33_333_000L);
    }

    @Test
    void whatIsEncodedBetweenFilesLastsUntilTheNextFileBegins() {
        var pieces = List.of(
                copied("a", millis(0), millis(0), millis(0), millis(5013), millis(0)),
                rendered(5013, 0),
                rendered(5013, 1),
                copied("b", millis(5099), millis(0), millis(0), millis(3000), millis(0)));

        assertThat(PictureList.of(pieces).entries())
                .extracting(entry -> entry.duration().orElseThrow().toNanos())
                .containsExactly(5_013_000_000L, 33_333_000L, 52_667_000L, 3_000_000_000L);
    }

    private static Piece copied(
            String file, Duration at, Duration lead, Duration from, Duration playing, Duration held) {
        var footage = new Footage("segment", "track", at, lead, from, playing, held);
        var video = new VideoStream("avc1", 640, 360, Duration.ZERO, Duration.ofSeconds(10), 250, "any");
        return Piece.copied(footage, video, Path.of(file), from.plus(playing));
    }

    private static Piece rendered(long origin, long first) {
        return Piece.rendered(new RenderedChunk(Path.of("chunk"), millis(origin), first, 1), new FrameRate(30));
    }

    private static JoinList.Entry entry(String file, long duration, long from, Optional<Duration> until) {
        return new JoinList.Entry(Path.of(file), Optional.of(millis(duration)), Optional.of(millis(from)), until);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
