package org.webinararchiver.compile.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

class JoinJobTest {
    private static final Path PICTURES = Path.of("/scratch/pictures.txt");
    private static final Path SOUND = Path.of("/scratch/sound.m4a");
    private static final Path CARD = Path.of("/scratch/title.wav");
    private static final Path RESULT = Path.of("/target/.finished.mp4.part");

    @Test
    void pictureAndSoundAreCopiedOnOneClock() {
        var start = OffsetDateTime.parse("2026-03-17T11:00:00.123+03:00");

        assertThat(job(Optional.of(start), true))
                .isEqualTo(new FfmpegJob(
                        List.of(
                                new FfmpegInput.Joined(
                                        PICTURES,
                                        List.of("-copyts", "-auto_convert", "0", "-itsoffset", "0.040000000")),
                                new FfmpegInput.Media(SOUND),
                                new FfmpegInput.Media(CARD)),
                        List.of(new FfmpegOutput.File(
                                RESULT,
                                List.of(
                                        "-map",
                                        "0:v:0",
                                        "-map",
                                        "1:a:0",
                                        "-c",
                                        "copy",
                                        "-map_metadata",
                                        "2:g",
                                        "-map_metadata:s",
                                        "-1",
                                        "-map_chapters",
                                        "-1",
                                        "-metadata",
                                        "creation_time=2026-03-17T08:00:00Z",
                                        "-movflags",
                                        "+faststart",
                                        "-f",
                                        "mp4"))),
                        RunLimits.USUAL.withTime(Duration.ofMinutes(13))));
    }

    @Test
    void anUnknownBeginningIsNotWrittenDown() {
        assertThat(job(Optional.empty(), true).outputs().getFirst().options()).doesNotContain("-metadata");
    }

    @Test
    void aFileThatIsWrittenAnewIsNotWrittenTwiceBefore() {
        assertThat(job(Optional.empty(), false).outputs().getFirst().options()).doesNotContain("+faststart");
    }

    @Test
    void chaptersAreReadFromAFileOfTheirOwn() {
        var chapters = Path.of("/scratch/chapters.txt");
        var job = job(Optional.of(chapters), Optional.empty(), true);

        assertThat(job.inputs()).last().isEqualTo(new FfmpegInput.Description(chapters));
        assertThat(job.outputs().getFirst().options()).containsSequence("-map_chapters", "3");
    }

    private static FfmpegJob job(Optional<OffsetDateTime> start, boolean isFinal) {
        return job(Optional.empty(), start, isFinal);
    }

    private static FfmpegJob job(Optional<Path> chapters, Optional<OffsetDateTime> start, boolean isFinal) {
        return new JoinJob(
                        Duration.ofMillis(40),
                        PICTURES,
                        SOUND,
                        CARD,
                        chapters,
                        start,
                        Duration.ofHours(3),
                        RESULT,
                        isFinal)
                .job();
    }
}
