package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./archive show ID} */
@Command(
        name = "show",
        sortOptions = false,
        header = "Shows all that is known of a recording.",
        description = "How it stands, its files, what is missing, and what to do when it failed.",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%nExample:%n",
        footer = "  ./archive show 01890a5d-ac96-774b-bcce-b302099a8057")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private RecordingIdOption recording = new RecordingIdOption();

    @Mixin
    private ManageOptions options = new ManageOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(archive -> recording.print(archive::show, options.json()));
    }
}
