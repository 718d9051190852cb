package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.compile.Begun;
import org.webinararchiver.compile.CompileProgress;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.CompileRequest;
import org.webinararchiver.compile.script.PartNote;
import org.webinararchiver.compile.script.ScriptJson;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.PartToRender;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.scratch.ScratchFolder;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.Attempt;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;
import org.webinararchiver.platform.task.TaskHandler;

/** Lays a recording out: where its file is made by copying, makes it, and divides the work otherwise. */
@ApplicationScoped
public class CompileHandler implements TaskHandler {
    private final CompilerProvider compilers;
    private final CompileSource source;
    private final Scratch scratch;
    private final Scripts scripts;
    private final ObjectStore store;
    private final FinishedFiles finished;
    private final Pipeline pipeline;

    public CompileHandler(
            CompilerProvider compilers,
            CompileSource source,
            Scratch scratch,
            Scripts scripts,
            ObjectStore store,
            FinishedFiles finished,
            Pipeline pipeline) {
        this.compilers = compilers;
        this.source = source;
        this.scratch = scratch;
        this.scripts = scripts;
        this.store = store;
        this.finished = finished;
        this.pipeline = pipeline;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.COMPILE;
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException {
        var task = attempt.task();
        var wanted = source.begin(task);
        // Asked before the work: the database may be away when that is done, and nothing needs to be asked of it then.
        var reasons = source.reasonsForMissing(task, wanted.manifest());
        try (var folder = scratch.open("compile")) {
            return switch (compilers.compiler().begin(request(task, wanted, folder), progressOf(attempt))) {
                case Begun.Finished(var file) -> finished.stored(task, wanted.manifest(), file, reasons);
                case Begun.Divided divided -> divided(task, divided);
            };
        }
    }

    private CompileRequest request(ClaimedTask task, WantedPart wanted, ScratchFolder folder) throws IOException {
        var manifest = wanted.manifest();
        var stored = source.stored(task, manifest);
        return new CompileRequest(
                manifest,
                stored.shelf(),
                stored.twins(),
                manifest.title(),
                manifest.startedAt(),
                wanted.most(),
                wanted.look(),
                wanted.stems(),
                folder.path().resolve("work"),
                folder.path().resolve(wanted.name().value()));
    }

    private Effect divided(ClaimedTask task, Begun.Divided divided) throws IOException {
        var script = divided.script();
        var key = scripts.put(task.recording(), script);
        var parts = new ArrayList<PartToRender>();
        for (int number : script.toBeRendered()) {
            parts.add(PartToRender.of(number, script.part(number).lasting()));
        }
        parts.add(wholeSound(task, divided));
        return recording -> pipeline.divided(recording, key, List.copyOf(parts));
    }

    private PartToRender wholeSound(ClaimedTask task, Begun.Divided divided) throws IOException {
        var script = divided.script();
        if (divided.copiedSound().isEmpty()) {
            return PartToRender.madeOf(script.firstSound(), script.wholeSound());
        }
        var stored = store.take(
                PartKey.of(task, script.wholeSound()), divided.copiedSound().get());
        return PartToRender.ready(
                script.wholeSound(),
                script.about().duration(),
                new PartToRender.Ready(stored.key(), ScriptJson.write(PartNote.NOTHING)));
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
            case STEMS -> 0.93;
        };
    }

    private static double shareOf(Stage stage) {
        return switch (stage) {
            case SOUND -> 0.15;
            case PICTURE -> 0.7;
            case JOIN -> 0.05;
            case MEASURE -> 0.03;
            case STEMS -> 0.07;
        };
    }

    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        recording.failed(failure);
    }
}
