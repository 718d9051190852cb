package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

class ParameterSetsAddedTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"+disable_chpl", "+faststart"})
    void pictureAndSoundStayTheSameAndTheDescriptionComesFirst(String flags) throws Exception {
        var film = film("film.mp4", "-movflags", flags, "-metadata", "title=Реки");
        var result = folder.resolve("result.mp4");

        ParameterSetsAdded.write(film, sets(film("other.mp4", "-x264-params", "sps-id=3")), result);

        assertThat(digest(result)).isEqualTo(digest(film)).contains("0,").contains("1,");
        assertThat(TestFfmpeg.probe(result, "-show_entries", "format_tags=title"))
                .isEqualTo("Реки");
        var text = Files.readString(result, StandardCharsets.ISO_8859_1);
        assertThat(text.indexOf("moov")).isLessThan(text.indexOf("mdat")).isLessThan(100);
        assertThat(Mp4Probe.probe(result).duration())
                .isEqualTo(Mp4Probe.probe(film).duration());
    }

    @Test
    void bothParameterSetsAreThereAndTheHigherLevel() throws Exception {
        var film = film("film.mp4", "-level", "3.0");
        var other = film("other.mp4", "-level", "3.1", "-x264-params", "sps-id=1");
        var result = folder.resolve("result.mp4");

        ParameterSetsAdded.write(film, sets(other), result);

        var all = sets(result);
        assertThat(all.sequences())
                .containsExactly(
                        sets(film).sequences().getFirst(),
                        sets(other).sequences().getFirst());
        assertThat(all.pictures())
                .containsExactly(
                        sets(film).pictures().getFirst(), sets(other).pictures().getFirst());
        assertThat(all.level()).isEqualTo(31);
        assertThat(all.rest()).isEqualTo(sets(film).rest());
    }

    @Test
    void aSetThatIsThereAlreadyIsNotAddedAgain() throws Exception {
        var film = film("film.mp4");
        var result = folder.resolve("result.mp4");

        ParameterSetsAdded.write(film, sets(film), result);

        assertThat(sets(result)).isEqualTo(sets(film));
    }

    @Test
    void anotherKindOfFileIsRefused() throws Exception {
        var sound = TestFfmpeg.make(folder.resolve("sound.mp4"), "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac");
        var sets = sets(film("film.mp4"));

        assertThatThrownBy(() -> ParameterSetsAdded.write(sound, sets, folder.resolve("result.mp4")))
                .isInstanceOf(NotMp4.class)
                .hasMessage("it has no picture");
    }

    /** Of every packet, when it comes and what it holds. */
    private String digest(Path film) throws Exception {
        var list = TestFfmpeg.make(
                folder.resolve("list.txt"), "-i", film.toString(), "-map", "0", "-c", "copy", "-f", "framecrc");
        return Files.readString(list).replaceAll("(?m)^#extradata.*$", "").replaceAll("(?m)^#.*$", "");
    }

    private static AvcConfiguration sets(Path film) throws Exception {
        return H264Probe.probe(film).orElseThrow().configuration();
    }

    private Path film(String name, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc=s=320x240:r=25:d=2"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine=r=48000:d=2", "-c:v", "libx264", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-profile:v", "main", "-g", "10", "-c:a", "aac"));
        arguments.addAll(List.of(options));
        return TestFfmpeg.make(folder.resolve(name), arguments.toArray(String[]::new));
    }
}
