package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.CompileProgress;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Parts;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.StoredPart;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.Attempt;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;
import org.webinararchiver.platform.task.TaskHandler;
import org.webinararchiver.platform.task.Transactions;

/** Puts the rendered parts of a recording together to its file and stores that. */
@ApplicationScoped
public class AssembleHandler implements TaskHandler {
    private static final Logger LOG = Logger.getLogger(AssembleHandler.class);

    private final CompilerProvider compilers;
    private final CompileSource source;
    private final Scratch scratch;
    private final Scripts scripts;
    private final ObjectStore store;
    private final Parts parts;
    private final FinishedFiles finished;
    private final Pipeline pipeline;
    private final Transactions transactions;

    public AssembleHandler(
            CompilerProvider compilers,
            CompileSource source,
            Scratch scratch,
            Scripts scripts,
            ObjectStore store,
            Parts parts,
            FinishedFiles finished,
            Pipeline pipeline,
            Transactions transactions) {
        this.compilers = compilers;
        this.source = source;
        this.scratch = scratch;
        this.scripts = scripts;
        this.store = store;
        this.parts = parts;
        this.finished = finished;
        this.pipeline = pipeline;
        this.transactions = transactions;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.ASSEMBLE;
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException {
        var rows = transactions.call(() -> parts.ofRecording(attempt.task().recording()));
        var known = scripts.get(rows.getFirst().script());
        return known.isPresent() ? assembled(attempt, rows, known.get()) : pipeline::layOutAgain;
    }

    private Effect assembled(Attempt attempt, List<StoredPart> rows, Script script)
            throws FailureException, IOException, InterruptedException {
        var task = attempt.task();
        var wanted = source.begin(task);
        var reasons = source.reasonsForMissing(task, wanted.manifest());
        var shelf = source.stored(task, wanted.manifest()).shelf();
        try (var folder = scratch.open("assemble")) {
            var target = folder.path().resolve(wanted.name().value());
            var compiled = compilers
                    .compiler()
                    .assemble(
                            script,
                            new StoredParts(store, rows, folder.path()),
                            shelf,
                            folder.path().resolve("work"),
                            target,
                            progressOf(attempt));
            var effect = finished.stored(task, wanted.manifest(), compiled, reasons);
            Effect parting = recording -> {
                effect.on(recording);
                parts.forget(recording.id());
            };
            return parting.andThen(() -> delete(rows));
        }
    }

    /** What is left, because the store is away or the process ends, is collected with other orphans. */
    private void delete(List<StoredPart> rows) {
        try {
            for (var row : rows) {
                store.delete(row.objectKey().orElseThrow());
            }
            store.delete(rows.getFirst().script());
        } catch (IOException e) {
            LOG.infof("rendered parts are left for later: %s", e.getMessage());
        }
    }

    private static CompileProgress progressOf(Attempt attempt) {
        return (stage, share) -> attempt.progress(startOf(stage) + share * shareOf(stage));
    }

    private static double startOf(Stage stage) {
        return switch (stage) {
            case SOUND -> 0.05;
            case PICTURE -> 0;
            case JOIN -> 0.55;
            case MEASURE -> 0.75;
            case STEMS -> 0.85;
        };
    }

    private static double shareOf(Stage stage) {
        return switch (stage) {
            case SOUND -> 0.5;
            case PICTURE -> 0.05;
            case JOIN -> 0.2;
            case MEASURE -> 0.1;
            case STEMS -> 0.15;
        };
    }

    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        recording.failed(failure);
    }
}
