package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.webinararchiver.client.Artifact;
import org.webinararchiver.client.ProblemException;
import org.webinararchiver.client.Recording;
import org.webinararchiver.client.Search;
import org.webinararchiver.standalone.archive.Archive;
import org.webinararchiver.standalone.cli.interactive.Dialogue;
import org.webinararchiver.standalone.progress.ByteText;
import org.webinararchiver.standalone.progress.JsonDisplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./archive clean --days N} */
@Command(
        name = "clean",
        sortOptions = false,
        header = "Removes what is kept of recordings that ended long ago.",
        description = {
            "Their fetched files and finished files go from the data folder, and they from the list. What was",
            "put into your folders stays. Asks before it removes anything."
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./archive clean --days 30", "  ./archive clean --days 0 --yes"})
final class CleanCommand implements Callable<Integer> {
    @Option(
            names = "--days",
            paramLabel = "N",
            required = true,
            description = "Those that ended more than so many days ago; 0 is all that have ended.")
    private int days;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Mixin
    private ManageOptions options = new ManageOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    /** What was removed, for programs. */
    private record Removed(int recordings, long bytes) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (days < 0) {
            throw usage("Days are counted from 0, not from %d.".formatted(days));
        }
        if (!yes && !Terminal.canAnswer()) {
            throw usage("There is no terminal to ask at whether to remove them. Add --yes when you are sure.");
        }
        return options.run(this::clean);
    }

    private ExitCode clean(Archive archive) {
        var before = Instant.now().minus(Duration.ofDays(days));
        var old = archive.list(new Search(Set.of(), null, null))
                .filter(each -> each.state().isFinal() && !each.held())
                .filter(each -> each.finishedAt() != null
                        && each.finishedAt().toInstant().isBefore(before))
                .map(each -> archive.show(each.id()))
                .toList();
        var bytes = old.stream().mapToLong(CleanCommand::bytes).sum();
        if (old.isEmpty() || !(yes || isConfirmed(old, bytes))) {
            say(new Removed(0, 0));
            return ExitCode.COMPLETE;
        }
        return remove(archive, old);
    }

    private ExitCode remove(Archive archive, List<Recording> old) {
        int removed = 0;
        long bytes = 0;
        var worst = ExitCode.COMPLETE;
        for (var recording : old) {
            try {
                archive.delete(recording.id());
                removed++;
                bytes += bytes(recording);
            } catch (ProblemException refusal) {
                System.err.println(recording.name() + ": " + refusal.getMessage());
                worst = ExitCode.FAILED;
            }
        }
        say(new Removed(removed, bytes));
        return worst;
    }

    private static long bytes(Recording recording) {
        return recording.progress().bytes()
                + recording.artifacts().stream().mapToLong(Artifact::bytes).sum();
    }

    private static boolean isConfirmed(List<Recording> old, long bytes) {
        old.forEach(each -> System.err.println("  " + each.name()));
        var question = "Remove what is kept of %d recordings, %s [y/N]? ".formatted(old.size(), ByteText.of(bytes));
        return Dialogue.atTheTerminal()
                .flatMap(dialogue -> dialogue.ask(question))
                .filter(answer ->
                        answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y"))
                .isPresent();
    }

    private void say(Removed removed) {
        if (options.json()) {
            JsonDisplay.write(System.out, removed);
        } else {
            System.out.printf("%d recordings were removed, %s%n", removed.recordings(), ByteText.of(removed.bytes()));
        }
        System.out.flush();
    }

    private ParameterException usage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
