package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.client.Options;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.recording.RenditionOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class FileOptionsTest {
    @Command
    private static final class SomeCommand {
        @Mixin
        private FileOptions file = new FileOptions();
    }

    private static RenditionOptions wanted(String... arguments) {
        return CommandLine.populateCommand(new SomeCommand(), arguments).file.wanted();
    }

    @Test
    void whatIsNotSaidIsAsUsualAndLeftToTheArchive() {
        assertThat(wanted()).isEqualTo(RenditionOptions.USUAL);
        assertThat(FileOptions.told(wanted())).isNull();
    }

    @Test
    void everythingThatIsSaidReachesTheArchive() {
        var wanted = wanted(
                "--start=10:00",
                "--max-duration=90",
                "--layout=Gallery",
                "--quality=720p",
                "--no-chat",
                "--hide-silent",
                "--strict",
                "--stems");

        assertThat(wanted)
                .isEqualTo(new RenditionOptions(
                        Optional.of(Duration.ofMinutes(10)),
                        Optional.of(Duration.ofSeconds(90)),
                        new Look(Layout.GALLERY, Quality.P720, false, true),
                        true,
                        true));
        assertThat(FileOptions.told(wanted))
                .isEqualTo(new Options(
                        Duration.ofMinutes(10), Duration.ofSeconds(90), "gallery", "720p", false, true, true, true));
    }
}
