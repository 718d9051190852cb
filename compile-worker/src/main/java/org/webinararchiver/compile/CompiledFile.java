package org.webinararchiver.compile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Gap;

/**
 * A finished file, measured.
 *
 * @param duration as measured
 * @param size in bytes
 * @param picture how its picture came to be, and why so
 * @param gaps what is missing in it, in order of time; none when it is whole
 */
public record CompiledFile(Path path, Duration duration, long size, CopyPlan picture, List<Gap> gaps) {
    public CompiledFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(duration);
        Objects.requireNonNull(picture);
        gaps = List.copyOf(gaps);
    }
}
