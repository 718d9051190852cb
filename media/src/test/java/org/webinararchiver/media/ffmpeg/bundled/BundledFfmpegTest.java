package org.webinararchiver.media.ffmpeg.bundled;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses small builds of its own; that the real one starts is shown by the search for ffmpeg. */
class BundledFfmpegTest {
    private static final Platform LINUX = new Platform("linux", "x86_64");

    @TempDir
    private Path folder;

    @Test
    void programsLibrariesAndLaunchersAreUnpacked() throws Exception {
        var folders = bundled("build", "ffmpeg", "ffprobe", "libavutil.so.60", "libjniavutil.so")
                .unpack();
        assertThat(folders).hasSize(2).allSatisfy(launchers -> {
            assertThat(launchers.resolve("ffmpeg")).isExecutable();
            assertThat(launchers.resolve("ffprobe")).isExecutable();
        });
        var programs = folders.getFirst().resolveSibling("lib");
        assertThat(programs.resolve("ffmpeg")).hasContent("ffmpeg of build").isExecutable();
        assertThat(names(programs)).containsExactly("ffmpeg", "ffprobe", "libavutil.so.60");
        assertThat(names(programs.resolveSibling("stubs")))
                .containsExactly("libasound.so.2", "libpulse.so.0", "libxcb-shm.so.0", "libxcb.so.1");
    }

    @Test
    void otherSystemsNeedNoLaunchers() throws Exception {
        var build = build(new Platform("windows", "x86_64"), "build", "ffmpeg.exe", "ffprobe.exe", "avutil-60.dll");
        var folders = new BundledFfmpeg(folder.resolve("cache"), build, Platform.of("Windows 11", "amd64")).unpack();
        assertThat(folders)
                .singleElement()
                .satisfies(programs ->
                        assertThat(names(programs)).containsExactly("avutil-60.dll", "ffmpeg.exe", "ffprobe.exe"));
    }

    @Test
    void whatIsUnpackedIsUsedAgain() throws Exception {
        var bundled = bundled("build", "ffmpeg", "ffprobe");
        var mark = Files.writeString(bundled.unpack().getFirst().resolveSibling("mark"), "");
        bundled.unpack();
        assertThat(mark).exists();
    }

    @Test
    void anotherBuildHasAnotherFolder() throws Exception {
        var one = bundled("build", "ffmpeg", "ffprobe").unpack();
        var other = bundled("newer build", "ffmpeg", "ffprobe").unpack();
        assertThat(other).doesNotContainAnyElementsOf(one);
        assertThat(one.getFirst()).exists();
    }

    @Test
    void whatIsDamagedIsReplaced() throws Exception {
        var bundled = bundled("build", "ffmpeg", "ffprobe");
        var launchers = bundled.unpack();
        var program = launchers.getFirst().resolveSibling("lib").resolve("ffmpeg");
        Files.writeString(program, "half of it");
        bundled.unpack();
        assertThat(program).hasContent("ffmpeg of build");
        Files.delete(launchers.getLast().resolve("ffprobe"));
        bundled.unpack();
        assertThat(launchers.getLast().resolve("ffprobe")).exists();
        Files.delete(launchers.getFirst().resolveSibling("stubs").resolve("libxcb.so.1"));
        bundled.unpack();
        assertThat(launchers.getFirst().resolveSibling("stubs").resolve("libxcb.so.1"))
                .exists();
    }

    @Test
    void whatAKilledProcessLeftBehindIsNeitherUsedNorInTheWay() throws Exception {
        var bundled = bundled("build", "ffmpeg", "ffprobe");
        var unpacked = bundled.unpack().getFirst().getParent();
        var unfinished = unpacked.resolveSibling(unpacked.getFileName() + ".unfinished");
        Files.move(unpacked, unfinished);
        Files.writeString(unfinished.resolve("lib").resolve("ffmpeg"), "half of it");
        bundled.unpack();
        assertThat(unpacked.resolve("lib").resolve("ffmpeg")).hasContent("ffmpeg of build");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void manyAtOnceGetTheSameFolder() throws Exception {
        var build = build(LINUX, "build", "ffmpeg", "ffprobe");
        Callable<List<Path>> unpacking =
                () -> new BundledFfmpeg(folder.resolve("cache"), build, Optional.of(LINUX)).unpack();
        var results = new ArrayList<Future<List<Path>>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var caller = 0; caller < 16; caller++) {
                results.add(threads.submit(unpacking));
            }
        }
        for (var result : results) {
            assertThat(result.get()).isEqualTo(results.getFirst().get());
            assertThat(result.get().getFirst().resolveSibling("lib").resolve("ffmpeg"))
                    .hasContent("ffmpeg of build");
        }
    }

    @Test
    void aMachineWithoutABuildIsToldSo() {
        var nothing = new URLClassLoader(new URL[0], null);
        assertThatThrownBy(() -> new BundledFfmpeg(folder, nothing, Optional.of(LINUX)).unpack())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("linux-x86_64");
        assertThatThrownBy(() -> new BundledFfmpeg(folder, nothing, Optional.empty()).unpack())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("this kind of machine");
    }

    private BundledFfmpeg bundled(String name, String... files) throws IOException {
        return new BundledFfmpeg(folder.resolve("cache"), build(LINUX, name, files), Optional.of(LINUX));
    }

    /** A class path that holds a build whose files are a line of text each. */
    private ClassLoader build(Platform platform, String name, String... files) throws IOException {
        var classPath = folder.resolve(name);
        var build = Files.createDirectories(classPath.resolve(platform.resourceFolder()));
        for (var file : files) {
            Files.write(build.resolve(file), (file + " of " + name).getBytes(UTF_8));
        }
        return new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}
