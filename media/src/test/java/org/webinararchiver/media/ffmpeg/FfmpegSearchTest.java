package org.webinararchiver.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs that are found are shell scripts")
class FfmpegSearchTest {
    @TempDir
    private Path folder;

    @Test
    void theBundledOneIsTakenWhenThereIsNoOther() throws Exception {
        var found = find(Optional.empty(), List.of(folder.resolve("empty")));
        assertThat(found).isEqualTo(TestFfmpeg.installation());
    }

    @Test
    void oneOnThePathIsTakenBeforeTheBundledOne() throws Exception {
        var program = working("bin");
        assertThat(find(Optional.empty(), List.of(folder.resolve("empty"), program.getParent()))
                        .ffmpeg())
                .isEqualTo(program);
    }

    @Test
    void oneOnThePathThatIsTooOldIsPassedOver() throws Exception {
        var old = script("old", "echo 'ffmpeg version 4.4.1 Copyright'");
        var good = working("good");
        assertThat(find(Optional.empty(), List.of(old.getParent(), good.getParent()))
                        .ffmpeg())
                .isEqualTo(good);
        assertThat(find(Optional.empty(), List.of(old.getParent()))).isEqualTo(TestFfmpeg.installation());
    }

    @Test
    void theConfiguredOneMayBeNamedByItsFolder() throws Exception {
        var program = working("configured");
        assertThat(find(Optional.of(program), List.of()).ffmpeg()).isEqualTo(program);
        assertThat(find(Optional.of(program.getParent()), List.of()).ffmpeg()).isEqualTo(program);
    }

    @Test
    void anFfprobeElsewhereOnThePathWillDo() throws Exception {
        var program = working("split");
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        var ffprobe = Files.move(program.resolveSibling("ffprobe"), elsewhere.resolve("ffprobe"));
        var found = find(Optional.empty(), List.of(program.getParent(), elsewhere));
        assertThat(found.ffmpeg()).isEqualTo(program);
        assertThat(found.ffprobe()).isEqualTo(ffprobe);
    }

    @Test
    void aConfiguredOneThatDoesNotWorkIsAnErrorAlthoughAnotherWould() throws Exception {
        assertThat(reasonAgainst(folder.resolve("none")))
                .contains("can not be run")
                .contains("No such file");
        assertThat(reasonAgainst(script("silent", "exit 0"))).contains("does not tell its version");
        assertThat(reasonAgainst(script("broken", "echo 'libpulse.so.0: cannot open'; exit 127")))
                .contains("127")
                .contains("libpulse.so.0: cannot open");
        assertThat(reasonAgainst(script("old", "echo 'ffmpeg version 5.0.3 Copyright'")))
                .contains("5.0.3")
                .contains("older than 5.1");
    }

    @Test
    void whatAnInstallationLacksIsNamed() throws Exception {
        assertThat(reasonAgainst(lacking("encoders", "libx264"))).contains("encoders libx264");
        assertThat(reasonAgainst(lacking("filters", "amix"))).contains("filters amix");
        assertThat(reasonAgainst(lacking("demuxers", "flv"))).contains("formats flv");
        var alone = working("alone");
        Files.delete(alone.resolveSibling("ffprobe"));
        assertThat(reasonAgainst(alone)).contains("ffprobe can not be run");
    }

    @Test
    void theErrorTellsEverythingThatWasLookedAtAndWhatToDo() throws Exception {
        var noFolder = Files.writeString(folder.resolve("a file"), "");
        var old = script("old", "echo 'ffmpeg version 4.4.1 Copyright'");
        var error = catchThrowableOfType(
                FfmpegNotFound.class,
                () -> FfmpegSearch.find(Optional.empty(), List.of(old.getParent()), new BundledFfmpeg(noFolder)));
        assertThat(error)
                .hasMessageContaining(old + ": ")
                .hasMessageContaining("4.4.1")
                .hasMessageContaining("the bundled ffmpeg: ")
                .hasMessageContaining("ARCHIVER_FFMPEG");
        assertThat(error.refusals()).hasSize(2);
    }

    @Test
    void aPathVariableIsALineOfFoldersAndMayBeAbsent() {
        var variable = "/usr/bin" + File.pathSeparator + File.pathSeparator + "/opt/a b";
        assertThat(FfmpegSearch.foldersOf(variable)).containsExactly(Path.of("/usr/bin"), Path.of("/opt/a b"));
        assertThat(FfmpegSearch.foldersOf(null)).isEmpty();
    }

    private String reasonAgainst(Path configured) {
        var error = catchThrowableOfType(FfmpegNotFound.class, () -> find(Optional.of(configured), List.of()));
        assertThat(error.refusals()).hasSize(1);
        return error.refusals().getFirst().reason();
    }

    private static Ffmpeg find(Optional<Path> configured, List<Path> path) throws FfmpegNotFound, InterruptedException {
        return FfmpegSearch.find(configured, path, new BundledFfmpeg(Path.of("target", "bundled-ffmpeg")));
    }

    /** An installation that passes every call on to the bundled one. */
    private Path working(String name) throws IOException {
        return lacking(name, "nothing");
    }

    private Path lacking(String name, String feature) throws IOException {
        var bundled = TestFfmpeg.installation();
        var ffmpeg = script(name, bundled.ffmpeg() + " \"$@\" | grep -v ' " + feature + " '");
        Files.createSymbolicLink(
                ffmpeg.resolveSibling("ffprobe"), script(name + "-ffprobe", bundled.ffprobe() + " \"$@\""));
        return ffmpeg;
    }

    private Path script(String name, String commands) throws IOException {
        var program = Files.createDirectories(folder.resolve(name)).resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n" + commands + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
