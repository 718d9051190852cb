package org.webinararchiver.compile.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.sound.MixedWindow;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * The sound of a script, of which all parts are rendered.
 *
 * @param parts in the order of their numbers
 */
public record SoundAssembly(Script script, List<RenderedPart> parts) {
    public SoundAssembly {
        parts = List.copyOf(parts);
        int sounds = script.parts() - script.windows().size();
        if (parts.size() != sounds) {
            throw new IllegalArgumentException("%d of %d parts".formatted(parts.size(), sounds));
        }
    }

    /**
     * Makes one sound of all of it. What that is made of is not needed after that and is deleted.
     *
     * @param progress is told the share of it that is made
     */
    public SoundFile sound(Workshop workshop, Path scratch, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var mix = script.sound();
        if (script.isSoundCopied()) {
            return new SoundFile(parts.getFirst().file(), mix.channels(), List.of());
        }
        var mixed = parts.stream()
                .map(part -> new MixedWindow(part.file(), part.note().damages()))
                .toList();
        var sound = mix.encode(mixed, workshop, scratch, progress);
        for (var part : parts) {
            Files.deleteIfExists(part.file());
        }
        return sound;
    }
}
