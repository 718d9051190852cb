package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.compile.CompiledFile;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.Gap;
import org.webinararchiver.platform.catalog.Gaps;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;

/** Stores finished files and what was made beside them. */
@ApplicationScoped
public class FinishedFiles {
    private final ObjectStore store;
    private final Gaps gaps;
    private final Artifacts artifacts;

    public FinishedFiles(ObjectStore store, Gaps gaps, Artifacts artifacts) {
        this.store = store;
        this.gaps = gaps;
        this.artifacts = artifacts;
    }

    /**
     * Stores them.
     *
     * @param manifest of what was wanted
     * @param reasons why segments are missing, in words, by their ids
     * @return what makes them the recording's
     */
    Effect stored(ClaimedTask task, Manifest manifest, CompiledFile compiled, Map<String, String> reasons)
            throws IOException, InterruptedException {
        var name = compiled.path().getFileName().toString();
        var stored = store.upload(key(task, name), compiled.path());
        var companions = companions(task, compiled);
        var why = new HashMap<>(reasons);
        compiled.unreadable().forEach(slide -> why.put(slide, "the file holds no picture that can be shown"));
        var missing = GapsToNote.of(task.recording(), manifest, compiled.gaps(), why);
        return recording -> finish(recording, stored.key(), compiled, companions, missing);
    }

    private Map<Companion, StoredObject> companions(ClaimedTask task, CompiledFile compiled)
            throws IOException, InterruptedException {
        var stored = new HashMap<Companion, StoredObject>();
        for (var made : compiled.companions().entrySet()) {
            var name = made.getValue().getFileName().toString();
            stored.put(made.getKey(), store.upload(key(task, name), made.getValue()));
        }
        return stored;
    }

    /** The key names task and fence, so that a slow worker that was given up never overwrites its successor's file. */
    private static String key(ClaimedTask task, String name) {
        return "recordings/%s/artifacts/%s-%d/%s".formatted(task.recording(), task.id(), task.fence(), name);
    }

    private void finish(
            Recording recording,
            String key,
            CompiledFile compiled,
            Map<Companion, StoredObject> companions,
            List<Gap> missing) {
        gaps.delete("key.recording", recording.id());
        gaps.persist(missing);
        if (recording.options().strict() && !missing.isEmpty()) {
            recording.failed(new Failure.OfRecording(
                    "gaps",
                    "Something is missing in the recording, %s in all, and a file with gaps is not wanted."
                            .formatted(missing.size() == 1 ? "one piece" : missing.size() + " pieces"),
                    "See its gaps for what is missing, and submit it without the option strict to have the rest."));
            return;
        }
        var name = recording.options().fileName();
        var file = new Artifact(
                new Artifact.Key(recording.id(), name.value()),
                key,
                compiled.size(),
                name.mediaType(),
                compiled.duration());
        artifacts.put(file, companions);
        recording.processed(missing.isEmpty() ? Outcome.COMPLETE : Outcome.COMPLETE_WITH_GAPS);
    }
}
