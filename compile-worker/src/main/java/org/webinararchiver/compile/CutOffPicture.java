package org.webinararchiver.compile;

import java.util.Optional;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** A file whose end is missing has less than its tables say, so its frames can not be counted on. */
final class CutOffPicture {
    private CutOffPicture() {}

    /** Tells in words where such a file is shown; empty when none is. */
    static Optional<String> in(Picture picture, Sources sources) {
        return picture.stretches().stream()
                .filter(stretch -> isCutOff(stretch, sources))
                .findFirst()
                .map(stretch -> "the end of the file at %d:%02d is missing"
                        .formatted(stretch.at().toMinutes(), stretch.at().toSecondsPart()));
    }

    private static boolean isCutOff(Stretch stretch, Sources sources) {
        return switch (stretch) {
            case Footage footage -> sources.isCutOff(footage.segment());
            case Blank blank -> false;
        };
    }
}
