package org.webinararchiver.compile.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.compose.WindowRenderer;
import org.webinararchiver.compile.sound.WindowMix;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** Renders the parts of a script. */
public final class PartMaker {
    private final WindowRenderer pictures;
    private final WindowMix sounds;

    /**
     * Prepares to render.
     *
     * @param workshop for work that one part is divided into
     * @param shelf has the files that the parts are made of
     * @param scratch a folder for the results and what is needed on the way
     */
    public PartMaker(Script script, Workshop workshop, Shelf shelf, Path scratch) {
        var sources = new Sources(shelf, script.probes(), script.cutOff());
        this.pictures = new WindowRenderer(
                workshop, script.film(), sources, script.about().manifest(), scratch);
        this.sounds = new WindowMix(workshop, script.sound().channels(), sources, scratch);
    }

    /**
     * Renders a part; several may be rendered at once.
     *
     * @param progress is told the share of it that is rendered, from any thread
     */
    public RenderedPart render(Part part, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        return switch (part) {
            case Part.OfPicture(var window) -> pictures.render(window, progress);
            case Part.OfSound(var window) -> {
                var mixed = sounds.mix(window, progress);
                yield new RenderedPart(mixed.file(), new PartNote(0, mixed.damages(), Set.of()));
            }
        };
    }
}
