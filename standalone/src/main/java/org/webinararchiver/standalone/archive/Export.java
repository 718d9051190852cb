package org.webinararchiver.standalone.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.webinararchiver.core.recording.ArchiveName;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.Transactions;

/**
 * Puts finished files into the user's folder. They are copies: what the user does with them does not reach the store.
 */
@ApplicationScoped
public class Export {
    private final Recordings recordings;
    private final Artifacts artifacts;
    private final ObjectStore store;
    private final SourceFiles sourceFiles;
    private final Transactions transactions;

    public Export(
            Recordings recordings,
            Artifacts artifacts,
            ObjectStore store,
            SourceFiles sourceFiles,
            Transactions transactions) {
        this.recordings = recordings;
        this.artifacts = artifacts;
        this.store = store;
        this.sourceFiles = sourceFiles;
        this.transactions = transactions;
    }

    /**
     * All there is of a recording.
     *
     * @param companions what belongs beside the file, of that which people want there
     * @param forPlayers the rest of it
     */
    private record Finished(Recording recording, Artifact file, List<Artifact> companions, List<Artifact> forPlayers) {}

    /**
     * The finished file in a folder of its own; one that is there already, whole, is left as it is. One that is there
     * under its name and is another one stays too, and this one gets a number. Beside it comes what belongs to it.
     *
     * @return where all that is
     */
    public ExportedFiles of(UUID id, ExportWish wish) throws IOException {
        var finished = transactions.call(() -> finished(id));
        var recording = finished.recording();
        var name = ArchiveName.of(recording.title().orElseThrow(), recording.startedAt());
        var folder = wish.folder().toAbsolutePath().normalize().resolve(name.value());
        Files.createDirectories(folder);
        if (wish.sourceFiles()) {
            var files = folder.resolve("files");
            sourceFiles.into(files, recording);
            copy(finished.forPlayers(), files);
        }
        var file = new FinishedFile(store, finished.file()).into(folder, name);
        var beside = new ArrayList<Path>();
        for (var companion : finished.companions()) {
            beside.add(new FinishedFile(store, companion).into(folder, name));
        }
        return new ExportedFiles(file, beside);
    }

    private Finished finished(UUID id) {
        var recording = recordings.findByIdOptional(id).orElseThrow(jakarta.ws.rs.NotFoundException::new);
        var file = artifacts
                .named(id, recording.options().fileName().value())
                .orElseThrow(jakarta.ws.rs.NotFoundException::new);
        return new Finished(
                recording,
                file,
                companions(file, Companion::isForPeople),
                companions(file, each -> !each.isForPeople()));
    }

    private List<Artifact> companions(Artifact file, Predicate<Companion> wanted) {
        return artifacts.ofRecording(file.recording()).stream()
                .filter(other -> Companion.named(other.name(), file.name())
                        .filter(wanted)
                        .isPresent())
                .toList();
    }

    /** Under their own names, since they name each other. */
    private void copy(List<Artifact> some, Path folder) throws IOException {
        for (var artifact : some) {
            var copied = new CopiedFile(store, artifact.objectKey(), artifact.bytes());
            var file = folder.resolve(artifact.name());
            if (!copied.is(file)) {
                copied.to(file);
            }
        }
    }
}
