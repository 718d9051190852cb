package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./archive cancel ID} */
@Command(
        name = "cancel",
        sortOptions = false,
        header = "Stops all work at a recording.",
        description =
                "What was fetched is kept, so that it can be taken up again. One that has ended is left as it is.",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%nExample:%n",
        footer = "  ./archive cancel 01890a5d-ac96-774b-bcce-b302099a8057")
final class CancelCommand implements Callable<Integer> {
    @Mixin
    private RecordingIdOption recording = new RecordingIdOption();

    @Mixin
    private ManageOptions options = new ManageOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(archive -> recording.print(archive::cancel, options.json()));
    }
}
