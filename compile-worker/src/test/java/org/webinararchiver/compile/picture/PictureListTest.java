package org.webinararchiver.compile.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.media.ffmpeg.run.JoinList;

class PictureListTest {
    private static final Map<String, Path> FILES = Map.of("a", Path.of("/media/a.mp4"), "b", Path.of("/media/b.mp4"));

    @Test
    void eachFileLastsUntilTheNextOneBeginsWhateverItSaysItself() {
        var picture = picture(
                new Footage("a", millis(0), millis(40), millis(80), millis(4900), millis(60)),
                new Footage("b", millis(5000), millis(0), millis(0), millis(3000), millis(0)));

        assertThat(PictureList.ofSources(picture, FILES))
                .isEqualTo(new PictureList(
                        millis(40),
                        List.of(
                                entry("/media/a.mp4", 4960, 80, Optional.of(millis(4980))),
                                entry("/media/b.mp4", 3000, 0, Optional.of(millis(3000))))));
    }

    @Test
    void hundredsOfFilesDoNotDriftByRounding() {
        var third = Duration.ofNanos(333_333_333);
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < 300; i++) {
            stretches.add(new Footage("a", third.multipliedBy(i), millis(0), millis(0), third, millis(0)));
        }

        var list = PictureList.ofSources(new Picture(Optional.of("track"), stretches), FILES);

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
        var chunks = List.of(
                new RenderedChunk(Path.of("/scratch/1.mp4"), 0, 1),
                new RenderedChunk(Path.of("/scratch/2.mp4"), 1, 1),
                new RenderedChunk(Path.of("/scratch/3.mp4"), 2, 1));

        assertThat(PictureList.ofChunks(chunks, new FrameRate(30)).entries())
                .extracting(entry -> entry.duration().orElseThrow().toNanos())
                .containsExactly(33_333_000L, 33_334_000L, 33_333_000L);
    }

    private static Picture picture(Stretch... stretches) {
        return new Picture(Optional.of("track"), List.of(stretches));
    }

    private static JoinList.Entry entry(String file, long duration, long from, Optional<Duration> until) {
        return new JoinList.Entry(Path.of(file), Optional.of(millis(duration)), Optional.of(millis(from)), until);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
