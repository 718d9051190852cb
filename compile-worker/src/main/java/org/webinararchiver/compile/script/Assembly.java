package org.webinararchiver.compile.script;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.compose.Window;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.picture.Piece;
import org.webinararchiver.compile.sound.MixedWindow;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.core.timeline.PictureMethod;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/**
 * The parts of a script, all of which are rendered.
 *
 * @param parts in the order of their numbers
 */
public record Assembly(Script script, List<RenderedPart> parts) {
    public Assembly {
        parts = List.copyOf(parts);
        if (parts.size() != script.parts()) {
            throw new IllegalArgumentException("%d of %d parts".formatted(parts.size(), script.parts()));
        }
    }

    /** What the picture is joined from. */
    public MadePicture picture() {
        var size = script.film().size();
        var pieces = new ArrayList<Piece>();
        for (int number = 0; number < script.windows().size(); number++) {
            pieces.add(piece(script.windows().get(number), parts.get(number)));
        }
        var damages = pictures().stream()
                .flatMap(part -> part.note().damages().stream())
                .toList();
        return new MadePicture(size.width(), size.height(), pieces, Optional.empty(), damages);
    }

    private List<RenderedPart> pictures() {
        return parts.subList(0, script.windows().size());
    }

    private static Piece piece(Window window, RenderedPart part) {
        var time = window.time();
        return new Piece(
                part.file(),
                PictureMethod.RENDER,
                micros(time.from()),
                micros(time.until()),
                Duration.ZERO,
                Optional.empty(),
                part.note().frames());
    }

    private static Duration micros(Duration time) {
        return Duration.ofSeconds(time.toSeconds(), time.toNanosPart() / 1000 * 1000L);
    }

    /** The ids of the segments of slides that hold no picture. */
    public Set<String> unreadable() {
        return parts.stream().flatMap(part -> part.note().unreadable().stream()).collect(Collectors.toSet());
    }

    /**
     * Makes one sound of that of the windows.
     *
     * @param progress is told the share of it that is made
     */
    public SoundFile sound(Workshop workshop, Path scratch, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var mix = script.sound();
        if (script.isSoundCopied()) {
            return new SoundFile(parts.get(script.copiedSound()).file(), mix.channels(), List.of());
        }
        var mixed = parts.subList(script.windows().size(), parts.size()).stream()
                .map(part -> new MixedWindow(part.file(), part.note().damages()))
                .toList();
        return mix.encode(mixed, workshop, scratch, progress);
    }
}
