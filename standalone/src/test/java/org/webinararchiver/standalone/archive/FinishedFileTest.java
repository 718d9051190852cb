package org.webinararchiver.standalone.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.core.recording.ArchiveName;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

class FinishedFileTest {
    private static final ArchiveName ALGEBRA = ArchiveName.of("Algebra", Optional.empty());

    @TempDir
    Path folder;

    private DirectoryObjectStore store;
    private Path downloads;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder.resolve("store"), Clock.systemUTC());
        downloads = Files.createDirectory(folder.resolve("downloads"));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private FinishedFile finished(String name, String content) throws IOException {
        var bytes = content.getBytes(UTF_8);
        var key = "%s/%s".formatted(UUID.randomUUID(), name);
        store.put(key, new ByteArrayInputStream(bytes), bytes.length);
        var artifact = new Artifact(
                new Artifact.Key(UUID.randomUUID(), name), key, bytes.length, "video/mp4", Duration.ofSeconds(1));
        return new FinishedFile(store, artifact);
    }

    @ParameterizedTest
    @CsvSource({
        "video.mp4, Algebra.mp4",
        "video_gallery_720p.mp4, Algebra_gallery_720p.mp4",
        "audio.m4a, Algebra.m4a",
        "audio_from-PT1M_for-PT5M.m4a, Algebra_from-PT1M_for-PT5M.m4a"
    })
    void aFileIsNamedByTheTitleAndByWhatTellsItFromOthers(String name, String expected) throws IOException {
        assertThat(finished(name, "film").into(downloads, ALGEBRA))
                .isEqualTo(downloads.resolve(expected))
                .hasContent("film");
    }

    @Test
    void aFileThatIsThereAlreadyIsLeftAlone() throws IOException {
        var first = finished("audio.m4a", "sound").into(downloads, ALGEBRA);
        assertThat(finished("audio.m4a", "sound").into(downloads, ALGEBRA)).isEqualTo(first);
    }

    @Test
    void anotherFileOfTheSameNameStaysAndThisOneGetsANumber() throws IOException {
        var other = Files.writeString(downloads.resolve("Algebra.m4a"), "mine");
        assertThat(finished("audio.m4a", "sound").into(downloads, ALGEBRA))
                .isEqualTo(downloads.resolve("Algebra (2).m4a"))
                .hasContent("sound");
        assertThat(other).hasContent("mine");
    }
}
