package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.sources.SourcesProducer;
import org.webinararchiver.standalone.archive.Wanted;
import org.webinararchiver.standalone.cli.interactive.Dialogue;
import org.webinararchiver.standalone.cli.interactive.Interview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./archive URL...} */
@Command(
        name = "./archive",
        version = "Webinar Archiver 0.1.0",
        sortOptions = false,
        abbreviateSynopsis = false,
        synopsisHeading = "",
        customSynopsis = {
            "Usage: ./archive URL... [options]",
            "       ./archive --from-file LIST [options]",
            "       ./archive --interactive",
            "       ./archive COMMAND [options]",
            ""
        },
        description = "Turns the recording of a webinar into one MP4 file.%n",
        parameterListHeading = "",
        optionListHeading = "%n",
        commandListHeading = "%nCommands (./archive COMMAND --help tells more of each):%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./archive demo",
            "  ./archive https://my.mts-link.ru/j/12/34/record-new/56",
            "  ./archive URL --output-dir ~/Videos --session-id 1a2b3c",
            "  ./archive URL --start 10:00 --max-duration 5:00 --quality 720p",
            "  ./archive URL --layout gallery --no-chat",
            "  ./archive URL --layout audio",
            "  ./archive --from-file lectures.txt --json",
            "",
            "A private recording needs the cookie sessionId of a browser that is logged in: open the",
            "recording there, then the developer tools (F12), Application, Cookies, and copy its value.",
            "",
            "A list has a link a line, with or without a name; lines that begin with # are left out.",
            "",
            "Another part, layout or quality of a recording that is here already is made of what was",
            "fetched of it, and becomes a file of its own beside the others.",
            "",
            "The finished file's path is printed on standard output, progress on standard error.",
            "A run that was interrupted goes on where it stopped when you start it again. A second",
            "./archive joins the one that is running already, and takes over when that one ends.",
            "",
            "Exit codes: 0 complete, 1 failed, 2 wrong usage, 3 complete with gaps, 130 interrupted."
        },
        subcommands = {
            DemoCommand.class,
            PlanCommand.class,
            ServeCommand.class,
            ListCommand.class,
            ShowCommand.class,
            CancelCommand.class,
            RetryCommand.class,
            CleanCommand.class
        })
public final class ArchiveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", arity = "0..*", description = "Link to a recording, as copied from the browser.")
    private List<String> links = List.of();

    @Option(
            names = "--from-file",
            paramLabel = "LIST",
            description = "A file with links, one a line; - reads standard input.")
    private Path list;

    @Option(
            names = {"-i", "--interactive"},
            description = "Ask for everything, step by step.")
    private boolean interactive;

    @Mixin
    private SessionOption session = new SessionOption();

    @Mixin
    private FileOptions file = new FileOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var sources = SourcesProducer.standard();
        var wanted = file.wanted();
        return interactive ? ask(sources, wanted) : archive(sources, wanted);
    }

    private int archive(Sources sources, RenditionOptions wanted) throws IOException, InterruptedException {
        var found = new LinkedHashMap<String, Wanted>(); // of a link that is given twice, the last one with its pass
        for (var text : links) {
            keep(found, Wanted.of(text, recognised(sources, text)));
        }
        for (var each : listed(sources)) {
            keep(found, each);
        }
        if (found.isEmpty()) {
            throw usage(
                    list == null
                            ? "Which recording? Give its link, or try \"./archive demo\"."
                            : "There is no link to a recording in " + list + ".");
        }
        return options.archive(found.values().stream()
                .map(each -> each.with(FileOptions.told(wanted)))
                .toList());
    }

    private static void keep(LinkedHashMap<String, Wanted> found, Wanted wanted) {
        found.put(wanted.page().toString(), wanted);
    }

    private List<Wanted> listed(Sources sources) throws IOException {
        if (list == null) {
            return List.of();
        }
        var read = ListFile.read(list, sources, System.in);
        read.complaints().forEach(System.err::println);
        return read.links().stream()
                .map(each -> Wanted.of(each.text(), each.link().with(session.pass())))
                .toList();
    }

    private int ask(Sources sources, RenditionOptions wanted) throws IOException, InterruptedException {
        var dialogue = Terminal.canAnswer() ? Dialogue.atTheTerminal() : Dialogue.impossible();
        if (dialogue.isEmpty()) {
            throw usage(
                    "There is no terminal to ask at. Give what is asked for as options instead: a link, and"
                            + " --session-id, --output-dir, --start, --max-duration, --layout or --quality where they are wanted.");
        }
        var answers =
                new Interview(dialogue.get(), sources, options.outputFolder(), wanted).hold(links, session.value());
        if (answers.isEmpty()) {
            return ExitCode.COMPLETE.number();
        }
        options.into(answers.get().outputFolder());
        var link = answers.get().link();
        return options.archive(List.of(Wanted.of(answers.get().text(), link)
                .with(FileOptions.told(answers.get().options()))));
    }

    private RecognisedLink recognised(Sources sources, String text) {
        return sources.recognise(text)
                .map(link -> link.with(session.pass()))
                .orElseThrow(() -> usage("This is not a link to a recording: %s%nThese are:%n  %s"
                        .formatted(text, String.join("%n  ".formatted(), sources.linkForms()))));
    }

    private ParameterException usage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
