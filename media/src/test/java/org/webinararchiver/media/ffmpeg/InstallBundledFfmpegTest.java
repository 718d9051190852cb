package org.webinararchiver.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallBundledFfmpegTest {
    @TempDir
    private Path folder;

    @Test
    void programsThatStartAreInAFolderOfAFixedName() throws Exception {
        var installed = InstallBundledFfmpeg.into(folder);
        assertThat(installed.ffmpeg()).isEqualTo(folder.resolve("bin/ffmpeg"));
        assertThat(installed.ffprobe()).isEqualTo(folder.resolve("bin/ffprobe"));
        assertThat(installed.version().isAtLeast(FfmpegVersion.release(8, 0))).isTrue();
    }

    @Test
    void whatIsThereAlreadyIsNotReplaced() throws Exception {
        Files.createDirectory(folder.resolve("bin"));
        assertThatThrownBy(() -> InstallBundledFfmpeg.into(folder)).isInstanceOf(FileAlreadyExistsException.class);
    }
}
