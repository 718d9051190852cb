package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.compile.CompileProgress.Stage;
import org.webinararchiver.compile.picture.Shares;
import org.webinararchiver.compile.script.Part;
import org.webinararchiver.compile.script.PartMaker;
import org.webinararchiver.compile.script.RenderedPart;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** All windows of a script, rendered by one process side by side. */
record AllWindows(Workshop workshop, Shelf shelf, Path scratch, CompileProgress progress) {

    /** In the order of their numbers. */
    List<RenderedPart> render(Script script) throws FfmpegFailure, IOException, InterruptedException {
        var parts = new ArrayList<Part>();
        for (int number = 0; number < script.wholeSound(); number++) {
            parts.add(script.part(number));
        }
        var shares = new Shares(
                parts.stream().mapToLong(AllWindows::millis).sum(), share -> progress.reached(Stage.PICTURE, share));
        var maker = new PartMaker(script, workshop.alone(), shelf, scratch);
        var work = new ArrayList<Workshop.Work<RenderedPart>>();
        parts.forEach(part -> work.add(() -> maker.render(part, shares.of(millis(part)))));
        return new ArrayList<>(workshop.all(work));
    }

    private static long millis(Part part) {
        return Math.max(1, part.lasting().toMillis());
    }
}
