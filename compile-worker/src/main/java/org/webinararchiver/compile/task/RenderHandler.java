package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.compile.script.ScriptJson;
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
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** Renders one part of a recording and stores it. */
@ApplicationScoped
public class RenderHandler implements TaskHandler {
    private final CompilerProvider compilers;
    private final CompileSource source;
    private final Scratch scratch;
    private final Scripts scripts;
    private final ObjectStore store;
    private final Parts parts;
    private final Pipeline pipeline;
    private final TaskLedger ledger;
    private final Transactions transactions;
    private final RenderMeters meters;

    public RenderHandler(
            CompilerProvider compilers,
            CompileSource source,
            Scratch scratch,
            Scripts scripts,
            ObjectStore store,
            Parts parts,
            Pipeline pipeline,
            TaskLedger ledger,
            Transactions transactions,
            RenderMeters meters) {
        this.compilers = compilers;
        this.source = source;
        this.scratch = scratch;
        this.scripts = scripts;
        this.store = store;
        this.parts = parts;
        this.pipeline = pipeline;
        this.ledger = ledger;
        this.transactions = transactions;
        this.meters = meters;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.RENDER;
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException {
        var task = attempt.task();
        var wanted = transactions.call(() -> {
            ledger.mustHold(task);
            return parts.wantedBy(task.id());
        });
        return wanted.isPresent() ? rendered(attempt, wanted.get()) : pipeline::partEnded;
    }

    private Effect rendered(Attempt attempt, StoredPart part)
            throws FailureException, IOException, InterruptedException {
        var known = scripts.get(part.script());
        return known.isPresent() ? rendered(attempt, part, known.get()) : pipeline::layOutAgain;
    }

    private Effect rendered(Attempt attempt, StoredPart part, Script script)
            throws FailureException, IOException, InterruptedException {
        var task = attempt.task();
        var shelf = source.stored(task, script.about().manifest()).shelf();
        try (var folder = scratch.open("render")) {
            var made = new StoredParts(store, madeOf(part, task), folder.path());
            var rendered =
                    compilers.compiler().render(script, part.number(), shelf, made, folder.path(), attempt::progress);
            meters.rendered(part.lasting());
            var note = ScriptJson.write(rendered.note());
            var stored = store.take(PartKey.of(task, part.number()), rendered.file());
            return recording -> {
                parts.wantedBy(task.id()).ifPresent(row -> row.stored(stored.key(), note));
                pipeline.partEnded(recording);
            };
        }
    }

    private List<StoredPart> madeOf(StoredPart part, ClaimedTask task) {
        return part.isMadeOfOthers() ? transactions.call(() -> parts.ofRecording(task.recording())) : List.of();
    }

    /** The file lacks nothing or is not made: others need not render the rest. */
    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        recording.failed(failure);
        ledger.cancelOpen(recording.id());
    }
}
