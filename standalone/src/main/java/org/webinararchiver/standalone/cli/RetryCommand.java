package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./archive retry ID} */
@Command(
        name = "retry",
        sortOptions = false,
        header = "Takes up a recording that failed or was cancelled.",
        description =
                "It goes on at the step that did not end while some ./archive runs: one that serves, or the next one.",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%nExample:%n",
        footer = "  ./archive retry 01890a5d-ac96-774b-bcce-b302099a8057")
final class RetryCommand implements Callable<Integer> {
    @Mixin
    private RecordingIdOption recording = new RecordingIdOption();

    @Mixin
    private ManageOptions options = new ManageOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(archive -> recording.print(archive::retry, options.json()));
    }
}
