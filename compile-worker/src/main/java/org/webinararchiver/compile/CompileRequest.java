package org.webinararchiver.compile;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.timeline.Twins;

/**
 * What is to be made of what.
 *
 * @param manifest says what belongs where
 * @param segments the files that are here, by the segments' ids, those of twins' runs too; one that could not be had is
 *     absent
 * @param twins what stands in for files
 * @param title is written into the file, any characters
 * @param startedAt is written into the file, where known
 * @param scratch a folder for what is needed on the way; nothing stays in it
 * @param target the finished file, replaced when it exists; its folder exists
 * @param most how long the finished file is at the most, more than nothing; as long as the recording where absent
 */
public record CompileRequest(
        Manifest manifest,
        Map<String, Path> segments,
        Twins twins,
        String title,
        Optional<OffsetDateTime> startedAt,
        Path scratch,
        Path target,
        Optional<Duration> most) {
    public CompileRequest {
        Objects.requireNonNull(manifest);
        Objects.requireNonNull(twins);
        Objects.requireNonNull(title);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(scratch);
        Objects.requireNonNull(target);
        Objects.requireNonNull(most);
        segments = Map.copyOf(segments);
    }

    /** Of the whole recording. */
    public CompileRequest(
            Manifest manifest,
            Map<String, Path> segments,
            Twins twins,
            String title,
            Optional<OffsetDateTime> startedAt,
            Path scratch,
            Path target) {
        this(manifest, segments, twins, title, startedAt, scratch, target, Optional.empty());
    }

    /** The same, and no longer than this. */
    public CompileRequest within(Optional<Duration> length) {
        return new CompileRequest(manifest, segments, twins, title, startedAt, scratch, target, length);
    }

    /** Of files that need no twins. */
    public CompileRequest(
            Manifest manifest,
            Map<String, Path> segments,
            String title,
            Optional<OffsetDateTime> startedAt,
            Path scratch,
            Path target) {
        this(manifest, segments, Twins.NONE, title, startedAt, scratch, target);
    }
}
