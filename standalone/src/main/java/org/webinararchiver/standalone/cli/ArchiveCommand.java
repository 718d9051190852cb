package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.sources.SourcesProducer;
import picocli.CommandLine;
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
            "Usage: ./archive URL... [--output-dir DIR] [--session-id ID]",
            "       ./archive demo   [--output-dir DIR]",
            ""
        },
        description = "Turns the recording of a webinar into one MP4 file.%n",
        parameterListHeading = "",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./archive demo",
            "  ./archive https://my.mts-link.ru/j/12/34/record-new/56",
            "  ./archive URL --output-dir ~/Videos --session-id 1a2b3c",
            "",
            "A private recording needs the cookie sessionId of a browser that is logged in: open the",
            "recording there, then the developer tools (F12), Application, Cookies, and copy its value.",
            "",
            "The finished file's path is printed on standard output, progress on standard error.",
            "A run that was interrupted goes on where it stopped when you start it again.",
            "",
            "Exit codes: 0 complete, 1 failed, 2 wrong usage, 3 complete with gaps, 130 interrupted."
        },
        subcommands = DemoCommand.class)
public final class ArchiveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", arity = "0..*", description = "Link to a recording, as copied from the browser.")
    private List<String> links = List.of();

    @Option(
            names = "--session-id",
            paramLabel = "ID",
            defaultValue = "${env:ARCHIVER_SESSION_ID:-}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = {
                "Opens a private recording: the cookie sessionId of your browser.",
                "Safer in the variable ARCHIVER_SESSION_ID, where other users do not see it."
            })
    private String sessionId = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (links.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Which recording? Give its link, or try \"./archive demo\".");
        }
        var sources = SourcesProducer.standard();
        return options.archive(
                links.stream().map(text -> recognised(sources, text)).toList());
    }

    private RecognisedLink recognised(Sources sources, String text) {
        return sources.recognise(text)
                .map(link -> link.with(pass()))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "This is not a link to a recording: %s%nThese are:%n  %s"
                                .formatted(text, String.join("%n  ".formatted(), sources.linkForms()))));
    }

    private Pass pass() {
        return sessionId.isBlank() ? Pass.NONE : Pass.of("sessionId", sessionId.strip());
    }
}
