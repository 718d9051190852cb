package org.webinararchiver.compile.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.sound.MixedWindow;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * The sound of a script, of which all windows are mixed.
 *
 * @param parts in the order of their numbers
 */
public record SoundAssembly(Script script, List<RenderedPart> parts) {
    public SoundAssembly {
        parts = List.copyOf(parts);
        int windows = script.sound().windows().size();
        if (parts.size() != windows) {
            throw new IllegalArgumentException("%d parts of %d windows".formatted(parts.size(), windows));
        }
    }

    /**
     * Makes one sound of all of it. What that is made of is not needed after that and is deleted.
     *
     * @param progress is told the share of it that is made
     */
    public RenderedPart whole(Workshop workshop, Path scratch, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var mixed = parts.stream()
                .map(part -> new MixedWindow(part.file(), part.note().damages()))
                .toList();
        var sound = script.sound().encode(mixed, workshop, scratch, progress);
        for (var part : parts) {
            Files.deleteIfExists(part.file());
        }
        return new RenderedPart(sound.file(), new PartNote(0, sound.damages(), Set.of()));
    }
}
