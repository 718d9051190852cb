package org.webinararchiver.compile.compose;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.manifest.Slide;

/** The pictures of slides, as large as they are shown. The last ones are kept: every new message shows them again. */
final class SlidePictures {
    private static final int KEPT = 2;
    private static final double MOST_ENLARGED = 2;

    private final Function<Slide, Optional<Path>> files;
    private final Reader reader;
    private final Map<Slide, UnreadableSlide> unreadable = new LinkedHashMap<>();
    private final Map<Wanted, Placed> kept = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Placed> eldest) {
            return size() > KEPT;
        }
    };

    private record Wanted(Slide slide, Box stage) {}

    /** Reads files of slides. */
    @FunctionalInterface
    interface Reader {
        /** @throws IOException also when it is no picture that can be drawn */
        SlideFile read(Path file) throws IOException;
    }

    /** A picture that is as large as its place. */
    record Placed(Box place, BufferedImage picture) {}

    SlidePictures(Function<Slide, Optional<Path>> files, Reader reader) {
        this.files = files;
        this.reader = reader;
    }

    /** A slide on a stage; nothing where there is no file of it, or none that can be read. */
    Optional<Placed> on(Box stage, Slide slide) {
        var wanted = new Wanted(slide, stage);
        if (!kept.containsKey(wanted) && !unreadable.containsKey(slide)) {
            files.apply(slide).ifPresent(file -> read(wanted, file));
        }
        return Optional.ofNullable(kept.get(wanted));
    }

    private void read(Wanted wanted, Path file) {
        try {
            var read = reader.read(file);
            var place = wanted.stage().fitting(read.size(), MOST_ENLARGED);
            kept.put(wanted, new Placed(place, Scaling.scaled(read.pixels(), place.width(), place.height())));
        } catch (IOException e) {
            unreadable.put(wanted.slide(), new UnreadableSlide(wanted.slide(), String.valueOf(e.getMessage())));
        }
    }

    List<UnreadableSlide> unreadable() {
        return List.copyOf(unreadable.values());
    }
}
