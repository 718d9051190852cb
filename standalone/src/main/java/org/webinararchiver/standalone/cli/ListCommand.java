package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.webinararchiver.client.Recording;
import org.webinararchiver.client.RecordingState;
import org.webinararchiver.client.Search;
import org.webinararchiver.standalone.archive.Archive;
import org.webinararchiver.standalone.progress.JsonDisplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./archive list} */
@Command(
        name = "list",
        sortOptions = false,
        header = "Lists the recordings of the archive, newest first.",
        description = "A line each: its id, its state, when it was submitted, and its title.",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./archive list", "  ./archive list --state FAILED algebra", "  ./archive list --json | jq -r .page"
        })
final class ListCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Parameters(paramLabel = "TEXT", arity = "0..1", description = "Only those with this text in title or link.")
    private String text;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = {
                "Only those in this state: PENDING, DOWNLOADING, DOWNLOADED, PROCESSING, PROCESSED,",
                "FAILED or CANCELLED. May be given several times."
            })
    private List<String> states = List.of();

    @Mixin
    private ManageOptions options = new ManageOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var wanted = new LinkedHashSet<RecordingState>();
        states.forEach(state -> wanted.add(state(state)));
        return options.run(archive -> list(archive, new Search(wanted, null, text)));
    }

    private RecordingState state(String written) {
        return Stream.of(RecordingState.values())
                .filter(state -> state != RecordingState.UNKNOWN)
                .filter(state -> state.name().equals(written.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'%s' is no state of a recording. ./archive list --help tells them.".formatted(written)));
    }

    private ExitCode list(Archive archive, Search search) {
        archive.list(search).forEach(this::print);
        System.out.flush();
        return ExitCode.COMPLETE;
    }

    private void print(Recording recording) {
        if (options.json()) {
            JsonDisplay.write(System.out, recording);
        } else {
            System.out.printf(
                    "%s  %-11s  %s  %s%n",
                    recording.id(),
                    recording.state(),
                    WHEN.format(recording.createdAt().atZoneSameInstant(ZoneId.systemDefault())),
                    recording.name());
        }
    }
}
