package org.webinararchiver.download.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.fetch.BudgetedWeb;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.secret.Vault;
import org.webinararchiver.platform.task.Attempt;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;
import org.webinararchiver.platform.task.TaskHandler;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.sources.Sources;

/** Asks the source what a recording consists of and keeps the manifest, with the answers that it was made from. */
@ApplicationScoped
public class PlanHandler implements TaskHandler {
    private final Sources sources;
    private final BudgetedWeb web;
    private final Recordings recordings;
    private final Artifacts artifacts;
    private final Vault vault;
    private final ManifestStore manifests;
    private final Scratch scratch;
    private final Pipeline pipeline;
    private final Transactions transactions;

    public PlanHandler(
            Sources sources,
            Web web,
            ConnectionBudget budget,
            DownloadSettings settings,
            Recordings recordings,
            Artifacts artifacts,
            Vault vault,
            ManifestStore manifests,
            Scratch scratch,
            Pipeline pipeline,
            Transactions transactions) {
        this.sources = sources;
        this.web = new BudgetedWeb(web, budget, settings.connections().patience(), settings.file());
        this.recordings = recordings;
        this.artifacts = artifacts;
        this.vault = vault;
        this.manifests = manifests;
        this.scratch = scratch;
        this.pipeline = pipeline;
        this.transactions = transactions;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.PLAN;
    }

    /** @param plan the manifest that another file of the recording was made from, if one was */
    private record Wanted(RecordingLink link, Pass pass, ManifestWindow window, Optional<String> plan) {}

    private Wanted wanted(UUID id) {
        var recording = recordings.findById(id);
        var plan = artifacts.areAnyOf(id) ? recording.manifestKey() : Optional.<String>empty();
        var options = recording.options();
        var window = ManifestWindow.of(options.start(), options.maxDuration());
        return new Wanted(recording.link(), vault.pass(id), window, plan);
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException {
        var id = attempt.task().recording();
        var wanted = transactions.call(() -> wanted(id));
        if (wanted.plan().isPresent()) {
            return known(wanted.plan().get(), wanted.window());
        }
        try (var folder = scratch.open("plan")) {
            var answers = new KeptAnswers(web, folder.path());
            var manifest = sources.named(wanted.link().source()).plan(wanted.link(), wanted.pass(), answers);
            var key = manifests.put(id, manifest);
            manifests.putAnswers(key, answers.files());
            return planned(manifest, key, wanted.window());
        } catch (ForbiddenAddress e) {
            throw new FailureException(new Failure.OfRecording("forbidden-address", e.getMessage(), e.advice()), e);
        }
    }

    /** Of another file of the same recording no platform needs to be asked, which may have lost it by now. */
    private Effect known(String key, ManifestWindow window) throws FailureException, IOException {
        return planned(manifests.get(key), key, window);
    }

    private Effect planned(Manifest manifest, String key, ManifestWindow window) throws FailureException {
        var part = window.appliedTo(manifest);
        return recording -> pipeline.planned(recording, manifest, key, part);
    }

    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        recording.failed(failure);
    }
}
