package org.webinararchiver.standalone.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.webinararchiver.api.recordings.RecordingView;
import org.webinararchiver.api.recordings.RecordingViews;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.standalone.cli.ExitCode;

/** Submits links, watches their recordings until each has ended, and puts the finished files where the user wants. */
@ApplicationScoped
public class Archiver {
    private static final String OWNER = "local";
    private static final long MILLIS_BETWEEN_LOOKS = 200;

    private final Intake intake;
    private final RecordingViews views;
    private final Export export;

    public Archiver(Intake intake, RecordingViews views, Export export) {
        this.intake = intake;
        this.views = views;
        this.export = export;
    }

    /** Archives all links, and answers with the worst that became of one of them. */
    public ExitCode archive(ArchiveJob job) throws InterruptedException {
        var waiting = new LinkedHashMap<UUID, String>();
        job.links()
                .forEach(link -> waiting.put(
                        intake.submit(OWNER, link).id(), link.link().page().toString()));
        var worst = ExitCode.COMPLETE;
        while (!waiting.isEmpty()) {
            for (var id : Map.copyOf(waiting).keySet()) {
                var recording = views.of(id);
                job.display().show(recording);
                if (recording.state().isFinal()) {
                    worst = worst.orWorse(end(job, recording));
                    waiting.remove(id);
                }
            }
            TimeUnit.MILLISECONDS.sleep(waiting.isEmpty() ? 0 : MILLIS_BETWEEN_LOOKS);
        }
        return worst;
    }

    private ExitCode end(ArchiveJob job, RecordingView recording) {
        if (recording.failure() != null) {
            job.display().failed(recording);
            return ExitCode.FAILED;
        }
        if (recording.outcome() == null) {
            job.display().stopped(recording);
            return ExitCode.FAILED;
        }
        var file = export.into(job.outputFolder(), recording.id());
        job.display().finished(recording, file);
        return switch (recording.outcome()) {
            case COMPLETE -> ExitCode.COMPLETE;
            case COMPLETE_WITH_GAPS -> ExitCode.COMPLETE_WITH_GAPS;
        };
    }
}
