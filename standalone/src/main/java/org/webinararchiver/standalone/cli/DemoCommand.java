package org.webinararchiver.standalone.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.media.ffmpeg.FfmpegNotFound;
import org.webinararchiver.media.ffmpeg.FfmpegSearch;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.sources.SourcesProducer;
import org.webinararchiver.standalone.archive.Wanted;
import org.webinararchiver.standalone.runtime.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./archive demo}: the whole path, without a link and without the internet. */
@Command(
        name = "demo",
        sortOptions = false,
        header = "Archives a webinar that this program plays itself, on this machine alone.",
        description =
                "It lasts 40 seconds; a simulated MTS Link serves it, and it is fetched and built like a real one.",
        optionListHeading = "%n",
        footer = {
            "%nEvery frame shows a clock and a code of black and white cells that says which camera it is",
            "from and when; the lecturer's voice is a tone that changes each second. So it can be checked",
            "by eye, by ear and by program that everything is at its place."
        })
final class DemoCommand implements Callable<Integer> {
    /** The same each time where it is free, so that a second run finds the recording that the first one made. */
    private static final int USUAL_PORT = 47_411;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, FfmpegNotFound, InterruptedException {
        try (var folder = options.openDataFolder()) {
            var meeting = SampleMeetings.demo();
            var studio = new Studio(ffmpeg(folder), folder.demoMedia());
            try (var simulator = start(studio)) {
                System.setProperty(
                        "archiver.allow-private-hosts", simulator.base().getHost());
                var text = simulator.linkTo(meeting).toString();
                var link = SourcesProducer.standard().recognise(text);
                return options.archive(folder, List.of(Wanted.of(text, link.orElseThrow())));
            }
        }
    }

    private static Simulator start(Studio studio) throws IOException, InterruptedException {
        var meetings = List.of(SampleMeetings.demo());
        try {
            return Simulator.start(USUAL_PORT, studio, meetings);
        } catch (IOException taken) {
            return Simulator.start(0, studio, meetings);
        }
    }

    private static Ffmpeg ffmpeg(DataFolder folder) throws FfmpegNotFound, InterruptedException {
        var path = FfmpegSearch.foldersOf(System.getenv("PATH"));
        return FfmpegSearch.find(Optional.empty(), path, new BundledFfmpeg(folder.programs()));
    }
}
