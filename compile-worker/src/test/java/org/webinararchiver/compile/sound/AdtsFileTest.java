package org.webinararchiver.compile.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.compile.TestFfmpeg;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.Progress;
import org.webinararchiver.media.ffmpeg.run.RunLimits;
import org.webinararchiver.media.mp4.AacForm;

class AdtsFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"3, 48000, 1", "4, 44100, 2", "7, 22050, 1", "0, 96000, 2"})
    void silenceIsDecodedAsSilenceOfItsForm(int index, int rate, int channels) throws Exception {
        var file = folder.resolve("silence.aac");
        try (var adts = new AdtsFile(file, new AacForm(index, rate, channels, "any"))) {
            adts.silenceUntil(200);
            assertThat(adts.packets()).isEqualTo(200);
        }
        var decoded = folder.resolve("silence.wav");

        TestFfmpeg.runner()
                .run(
                        new FfmpegJob(
                                List.of(new FfmpegInput.Media(file, List.of("-xerror"))),
                                List.of(new FfmpegOutput.File(
                                        decoded, List.of("-fflags", "+bitexact", "-c:a", "pcm_s16le", "-f", "s16le"))),
                                RunLimits.USUAL),
                        Progress.IGNORED);

        assertThat(Files.readAllBytes(decoded))
                .hasSize(200 * AacForm.SAMPLES_IN_PACKET * channels * 2)
                .containsOnly(0);
    }

    @Test
    void aHeaderSaysRateChannelsAndLength() throws Exception {
        var file = folder.resolve("sound.aac");
        try (var adts = new AdtsFile(file, new AacForm(4, 44_100, 2, "1210"))) {
            adts.write(new byte[1000]);
        }

        assertThat(Files.readAllBytes(file)).hasSize(1007).startsWith(0xff, 0xf1, 0x50, 0x80, 0x7d, 0xff, 0xfc);
    }

    @Test
    void aPacketThatNoHeaderCanTellOfIsRefused() throws Exception {
        assertThat(AdtsFile.takes(new byte[8184])).isTrue();
        assertThat(AdtsFile.takes(new byte[8185])).isFalse();
        assertThat(AdtsFile.takes(new byte[0])).isFalse();
        try (var adts = new AdtsFile(folder.resolve("sound.aac"), AacForm.USUAL)) {
            assertThatThrownBy(() -> adts.write(new byte[8185])).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
