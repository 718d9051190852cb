package org.webinararchiver.standalone.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.webinararchiver.core.recording.ArchiveName;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * Puts finished files into the user's folder. They are copies: what the user does with them does not reach the store.
 */
@ApplicationScoped
public class Export {
    private final Recordings recordings;
    private final Artifacts artifacts;
    private final ObjectStore store;

    public Export(Recordings recordings, Artifacts artifacts, ObjectStore store) {
        this.recordings = recordings;
        this.artifacts = artifacts;
        this.store = store;
    }

    /** The finished file in a folder of its own; one that is there already, whole, is left as it is. */
    @Transactional
    public Path into(Path outputFolder, UUID id) {
        var recording = recordings.findById(id);
        var name = ArchiveName.of(recording.title().orElseThrow(), recording.startedAt());
        var folder = outputFolder.toAbsolutePath().normalize().resolve(name.value());
        try {
            Files.createDirectories(folder);
            var artifact = artifacts.named(id, recording.options().fileName()).orElseThrow();
            return copy(artifact, folder.resolve(name.value() + ".mp4"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The finished file could not be written to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private Path copy(Artifact artifact, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == artifact.bytes()) {
            return file;
        }
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (var bytes = store.get(artifact.objectKey())) {
            Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
