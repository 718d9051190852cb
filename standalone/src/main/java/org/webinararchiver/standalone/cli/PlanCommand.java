package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.webinararchiver.api.timeline.TimelineView;
import org.webinararchiver.api.timeline.TimelineViews;
import org.webinararchiver.core.chart.Chart;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.sources.SourcesProducer;
import org.webinararchiver.standalone.plan.Plan;
import org.webinararchiver.standalone.plan.Planner;
import org.webinararchiver.standalone.progress.JsonDisplay;
import org.webinararchiver.standalone.progress.PlanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./archive plan URL} */
@Command(
        name = "plan",
        sortOptions = false,
        header = "Shows what a recording would become, without archiving it.",
        description = {
            "Its title, who takes part, and what is seen when, as the platform tells; whoever is only heard is",
            "in brackets. A file is taken to be as long as the platform says; where it says nothing, to go on",
            "until the next file of the same camera, microphone or screen. No file is fetched, and nothing is",
            "kept but the picture you ask for."
        },
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./archive plan https://my.mts-link.ru/j/12/34/record-new/56",
            "  ./archive plan URL --svg lecture.svg",
            "  ./archive plan URL --start 10:00 --max-duration 5:00",
            "  ./archive plan URL --json | jq .timeline.scenes"
        })
final class PlanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL", description = "Link to a recording, as copied from the browser.")
    private String text;

    @Mixin
    private SessionOption session = new SessionOption();

    @Mixin
    private PartOptions part = new PartOptions();

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw it too: who is seen and heard when, as SVG.")
    private Path picture;

    @Option(names = "--json", description = "For programs: one JSON object on standard output.")
    private boolean json;

    @Mixin
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    /** What programs are told. */
    private record PlanView(String link, int files, int documents, TimelineView timeline) {}

    @Override
    public Integer call() throws IOException {
        var wanted = part.window();
        var sources = SourcesProducer.standard();
        var link = sources.recognise(text)
                .map(found -> found.with(session.pass()))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "This is not a link to a recording: %s%nThese are:%n  %s"
                                .formatted(text, String.join("%n  ".formatted(), sources.linkForms()))));
        return show(Planner.of(sources), link, wanted).number();
    }

    private ExitCode show(Planner planner, RecognisedLink link, ManifestWindow wanted) throws IOException {
        try {
            var plan = planner.plan(link, wanted);
            print(plan);
            if (picture != null) {
                Files.writeString(picture, Chart.of(plan.overview()));
            }
            return ExitCode.COMPLETE;
        } catch (FailureException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(e.failure().message());
            err.println("  " + e.failure().advice());
            return ExitCode.FAILED;
        }
    }

    private void print(Plan plan) {
        if (json) {
            var timeline = TimelineViews.of(plan.overview());
            JsonDisplay.write(
                    System.out, new PlanView(plan.page().toString(), plan.files(), plan.documents(), timeline));
        } else {
            PlanText.lines(plan).forEach(System.out::println);
            System.out.flush();
        }
    }
}
