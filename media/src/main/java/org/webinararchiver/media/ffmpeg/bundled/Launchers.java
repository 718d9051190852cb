package org.webinararchiver.media.ffmpeg.bundled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What makes the bundled Linux programs start: scripts that name the folders of their libraries.
 *
 * <p>The programs' own run path ({@code $ORIGIN}) is not enough, since it holds for what they link themselves and not
 * for what their libraries link. There are two sets of scripts: one uses the machine's own libraries for capture; the
 * other puts {@linkplain StubLibrary stubs} before them. Whoever starts the programs tries the first and falls back to
 * the second, so that what is unpacked never depends on the machine and can be shared by several.
 */
final class Launchers {
    /** With the versions that {@code libavdevice} names, as {@code readelf -V} shows them. */
    private static final Map<String, List<String>> LIBRARIES_FOR_CAPTURE = Map.of(
            "libasound.so.2", List.of("ALSA_0.9", "ALSA_0.9.0rc4"),
            "libpulse.so.0", List.of("PULSE_0"),
            "libxcb-shm.so.0", List.of(),
            "libxcb.so.1", List.of());

    private static final List<String> PROGRAMS = List.of("ffmpeg", "ffprobe");

    static final String PROGRAM_FOLDER = "lib";
    private static final String STUB_FOLDER = "stubs";
    private static final String PLAIN = "bin";
    private static final String WITH_STUBS = "bin-without-capture";

    private Launchers() {}

    /** Where the programs can be started, the better place first. */
    static List<Path> folders(Path unpacked, Platform platform) {
        return platform.isLinux()
                ? List.of(unpacked.resolve(PLAIN), unpacked.resolve(WITH_STUBS))
                : List.of(unpacked.resolve(PROGRAM_FOLDER));
    }

    /** Writes scripts and stubs beside the folder of programs; only Linux needs any. */
    static void install(Path unpacked, Platform platform) throws IOException {
        if (!platform.isLinux()) {
            return;
        }
        for (var library : LIBRARIES_FOR_CAPTURE.entrySet()) {
            var stub = StubLibrary.of(library.getKey(), library.getValue(), platform);
            DurableFile.write(unpacked.resolve(STUB_FOLDER).resolve(library.getKey()), stub);
        }
        for (var program : PROGRAMS) {
            script(unpacked.resolve(PLAIN).resolve(program), "$here/" + PROGRAM_FOLDER);
            script(unpacked.resolve(WITH_STUBS).resolve(program), "$here/" + PROGRAM_FOLDER + ":$here/" + STUB_FOLDER);
        }
    }

    private static void script(Path script, String libraries) throws IOException {
        var text = """
                #!/bin/sh
                here=${0%%/*}/..
                LD_LIBRARY_PATH="%s" exec "$here/%s/${0##*/}" "$@"
                """.formatted(libraries, PROGRAM_FOLDER);
        DurableFile.write(script, text.getBytes(StandardCharsets.UTF_8));
        DurableFile.makeExecutable(script);
    }

    /** Whether every script and every stub is in its place. */
    static boolean areIn(Path unpacked, Platform platform) {
        return !platform.isLinux()
                || (LIBRARIES_FOR_CAPTURE.keySet().stream()
                                .allMatch(library -> Files.isReadable(
                                        unpacked.resolve(STUB_FOLDER).resolve(library)))
                        && folders(unpacked, platform).stream()
                                .allMatch(folder -> PROGRAMS.stream()
                                        .allMatch(program -> Files.isExecutable(folder.resolve(program)))));
    }
}
