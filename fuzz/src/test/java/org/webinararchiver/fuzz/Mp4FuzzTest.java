package org.webinararchiver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.media.mp4.AacPackets;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.media.mp4.NotMp4;

/** Any file is measured or refused, whatever its tables promise. */
class Mp4FuzzTest {
    @TempDir
    static Path folder;

    @DictionaryEntries({
        "ftyp", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "hdlr", "minf", "stbl", "stsd", "stts",
        "ctts", "stsc", "stsz", "stz2", "stco", "co64", "stss", "mvex", "trex", "moof", "mfhd", "traf", "tfhd", "tfdt",
        "trun", "mdat", "avc1", "avcC", "mp4a", "esds", "vide", "soun"
    })
    @FuzzTest
    void anyFileIsMeasuredOrRefused(byte[] content) throws IOException {
        var file = folder.resolve("any.mp4");
        Files.write(file, content);
        try {
            assertThat(Mp4Probe.probe(file)).isNotNull();
        } catch (Mp4Exception e) {
            assertThat(e).message().isNotBlank();
        }
        try (var channel = Files.newByteChannel(file)) {
            var packets = AacPackets.in(channel);
            while (packets.isPresent() && packets.get().next()) {
                assertThat(packets.get().at()).isNotNull();
                assertThat(packets.get().bytes()).isNotNull();
            }
        } catch (NotMp4 e) {
            assertThat(e).message().isNotBlank();
        }
    }
}
