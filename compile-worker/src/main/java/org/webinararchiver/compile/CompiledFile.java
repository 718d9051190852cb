package org.webinararchiver.compile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Gap;

/**
 * A finished file, measured.
 *
 * @param duration as measured
 * @param size in bytes
 * @param picture how its picture came to be, and why so
 * @param gaps what is missing in it, in order of time; none when it is whole
 * @param companions what was made beside it, in the same folder
 */
public record CompiledFile(
        Path path, Duration duration, long size, CopyPlan picture, List<Gap> gaps, Map<Companion, Path> companions) {
    public CompiledFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(duration);
        Objects.requireNonNull(picture);
        gaps = List.copyOf(gaps);
        companions = Map.copyOf(companions);
    }

    CompiledFile with(Map<Companion, Path> others) {
        return new CompiledFile(path, duration, size, picture, gaps, others);
    }
}
