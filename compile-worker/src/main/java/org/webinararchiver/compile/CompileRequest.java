package org.webinararchiver.compile;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.timeline.Twins;

/**
 * What is to be made of what.
 *
 * @param manifest says what belongs where
 * @param shelf has the files of segments, of twins' runs and of slides; those that could not be had are absent
 * @param twins what stands in for files
 * @param title is written into the file, any characters
 * @param startedAt is written into the file, where known
 * @param most how long the file may be, more than nothing; absent for as long as the recording is
 * @param look how it is to look
 * @param stems whether the sound of each participant is wanted beside it
 * @param scratch a folder for what is needed on the way; nothing stays in it
 * @param target the finished file, replaced when it exists; its folder exists
 */
public record CompileRequest(
        Manifest manifest,
        Shelf shelf,
        Twins twins,
        String title,
        Optional<OffsetDateTime> startedAt,
        Optional<Duration> most,
        Look look,
        boolean stems,
        Path scratch,
        Path target) {
    public CompileRequest {
        Objects.requireNonNull(manifest);
        Objects.requireNonNull(shelf);
        Objects.requireNonNull(twins);
        Objects.requireNonNull(title);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(most);
        Objects.requireNonNull(look);
        Objects.requireNonNull(scratch);
        Objects.requireNonNull(target);
    }

    /** Of files that are here and need no twins, however long and large it is. */
    public CompileRequest(
            Manifest manifest,
            Map<String, Path> segments,
            String title,
            Optional<OffsetDateTime> startedAt,
            Path scratch,
            Path target) {
        this(
                manifest,
                Shelf.of(segments),
                Twins.NONE,
                title,
                startedAt,
                Optional.empty(),
                Look.USUAL,
                false,
                scratch,
                target);
    }
}
