package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.compile.CompileProgress;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.CompileRequest;
import org.webinararchiver.compile.CompiledFile;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.Gap;
import org.webinararchiver.platform.catalog.Gaps;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.scratch.ScratchFolder;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.task.Attempt;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;
import org.webinararchiver.platform.task.TaskHandler;

/** Builds the finished file of a recording and stores it. */
@ApplicationScoped
public class CompileHandler implements TaskHandler {
    private final CompilerProvider compilers;
    private final CompileSource source;
    private final Scratch scratch;
    private final ObjectStore store;
    private final Gaps gaps;
    private final Artifacts artifacts;

    public CompileHandler(
            CompilerProvider compilers,
            CompileSource source,
            Scratch scratch,
            ObjectStore store,
            Gaps gaps,
            Artifacts artifacts) {
        this.compilers = compilers;
        this.source = source;
        this.scratch = scratch;
        this.store = store;
        this.gaps = gaps;
        this.artifacts = artifacts;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.COMPILE;
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException {
        var task = attempt.task();
        var wanted = source.begin(task);
        var manifest = wanted.manifest();
        // Asked before the work: the database may be away when that is done, and nothing needs to be asked of it then.
        var reasons = source.reasonsForMissing(task, manifest);
        try (var folder = scratch.open("compile")) {
            var compiled = compilers.compiler().compile(request(task, wanted, folder), progressOf(attempt));
            var stored = store.upload(artifactKey(task, wanted.name().value()), compiled.path());
            compiled.unreadable().forEach(slide -> reasons.put(slide, "the file holds no picture that can be shown"));
            var companions = stored(task, compiled);
            var missing = GapsToNote.of(task.recording(), manifest, compiled.gaps(), reasons);
            return recording -> finish(recording, stored.key(), compiled, companions, missing);
        }
    }

    /** What was made beside the file, in the store. */
    private Map<Companion, StoredObject> stored(ClaimedTask task, CompiledFile compiled)
            throws IOException, InterruptedException {
        var stored = new HashMap<Companion, StoredObject>();
        for (var made : compiled.companions().entrySet()) {
            var name = made.getValue().getFileName().toString();
            stored.put(made.getKey(), store.upload(artifactKey(task, name), made.getValue()));
        }
        return stored;
    }

    private CompileRequest request(ClaimedTask task, WantedPart wanted, ScratchFolder folder)
            throws IOException, InterruptedException {
        var manifest = wanted.manifest();
        var segments = folder.path().resolve("segments");
        var twins = source.twins(task, manifest, segments);
        var files = new HashMap<>(source.files(task, manifest, segments));
        files.putAll(twins.files());
        return new CompileRequest(
                manifest,
                files,
                twins.twins(),
                manifest.title(),
                manifest.startedAt(),
                wanted.most(),
                source.pictures(task, manifest, segments),
                source.documents(task, manifest, segments),
                wanted.look(),
                wanted.stems(),
                folder.path().resolve("work"),
                folder.path().resolve(wanted.name().value()));
    }

    /** The picture takes nearly all of the time. */
    private static CompileProgress progressOf(Attempt attempt) {
        return (stage, share) -> attempt.progress(startOf(stage) + share * shareOf(stage));
    }

    private static double startOf(Stage stage) {
        return switch (stage) {
            case SOUND -> 0;
            case PICTURE -> 0.15;
            case JOIN -> 0.85;
            case MEASURE -> 0.9;
        };
    }

    private static double shareOf(Stage stage) {
        return switch (stage) {
            case SOUND -> 0.15;
            case PICTURE -> 0.7;
            case JOIN -> 0.05;
            case MEASURE -> 0.1;
        };
    }

    /** The key names task and fence, so that a slow worker that was given up never overwrites its successor's file. */
    private static String artifactKey(ClaimedTask task, String name) {
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

    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        recording.failed(failure);
    }
}
