package org.webinararchiver.platform.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Parts;
import org.webinararchiver.platform.task.TaskLedger;

/**
 * How far the compiling of recordings is. Where one is divided, that is counted in rendered seconds; laying it out
 * before and putting the parts together afterwards is little beside that.
 */
@ApplicationScoped
public class CompileShares {
    private static final double LAYING_OUT = 0.04;
    private static final double RENDERING = 0.9;

    private final TaskLedger tasks;
    private final Parts parts;

    public CompileShares(TaskLedger tasks, Parts parts) {
        this.tasks = tasks;
        this.parts = parts;
    }

    /** From 0 to 1; recordings at which nobody is at work may be left out. */
    Map<UUID, Double> of(Collection<UUID> recordings) {
        var shares = new HashMap<>(tasks.progress(recordings, TaskKind.COMPILE));
        parts.progress(recordings)
                .forEach((recording, progress) -> shares.put(recording, LAYING_OUT + RENDERING * progress.share()));
        tasks.progress(recordings, TaskKind.ASSEMBLE)
                .forEach((recording, progress) ->
                        shares.put(recording, LAYING_OUT + RENDERING + (1 - LAYING_OUT - RENDERING) * progress));
        return shares;
    }
}
