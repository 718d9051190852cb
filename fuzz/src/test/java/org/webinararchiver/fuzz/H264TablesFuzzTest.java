package org.webinararchiver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.media.mp4.H264Probe;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.NotCopyable;

/** Whatever a file's tables say of its frames, they can be copied or can not. */
class H264TablesFuzzTest {
    private static final Duration INSTANT = Duration.ofMillis(100);

    @TempDir
    static Path folder;

    @DictionaryEntries({
        "ftyp", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "hdlr", "minf", "stbl", "stsd", "stts",
        "ctts", "stsc", "stsz", "stz2", "stco", "co64", "stss", "mvex", "mdat", "avc1", "avc3", "avcC", "pasp", "vide"
    })
    @FuzzTest
    void anyFilesFramesCanBeCopiedOrNot(byte[] content) throws IOException {
        var file = folder.resolve("any.mp4");
        Files.write(file, content);
        try {
            var track = H264Probe.probe(file);
            if (track.isPresent()) {
                H264FuzzTest.assertSound(track.get());
                assertThat(H264Probe.readUntil(file, INSTANT)).isNotNull();
            }
        } catch (Mp4Exception | NotCopyable e) {
            assertThat(e).message().isNotBlank();
        }
    }
}
