package org.webinararchiver.compile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Gap;

/**
 * A finished file, measured.
 *
 * @param duration as measured
 * @param size in bytes
 * @param picture how its picture came to be, and why so
 * @param gaps what is missing in it, in order of time; none when nothing is
 * @param unreadable the ids of the segments of slides that are here, but hold no picture that can be shown
 * @param companions what was made beside it, in the same folder
 */
public record CompiledFile(
        Path path,
        Duration duration,
        long size,
        CopyPlan picture,
        List<Gap> gaps,
        Set<String> unreadable,
        Map<Companion, Path> companions) {
    public CompiledFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(duration);
        Objects.requireNonNull(picture);
        gaps = List.copyOf(gaps);
        unreadable = Set.copyOf(unreadable);
        companions = Map.copyOf(companions);
    }

    CompiledFile with(Map<Companion, Path> others) {
        return new CompiledFile(path, duration, size, picture, gaps, unreadable, others);
    }
}
