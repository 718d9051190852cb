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
 * @param segments the files that are here, by the segments' ids, those of twins' runs too; one that could not be had is
 *     absent
 * @param twins what stands in for files
 * @param title is written into the file, any characters
 * @param startedAt is written into the file, where known
 * @param most how long the file may be, more than nothing; absent for as long as the recording is
 * @param pictures the files of slides that are here, by the ids of their segments
 * @param documents the files of what was handed out that are here, by the ids of their segments
 * @param look how it is to look
 * @param stems whether the sound of each participant is wanted beside it
 * @param scratch a folder for what is needed on the way; nothing stays in it
 * @param target the finished file, replaced when it exists; its folder exists
 */
public record CompileRequest(
        Manifest manifest,
        Map<String, Path> segments,
        Twins twins,
        String title,
        Optional<OffsetDateTime> startedAt,
        Optional<Duration> most,
        Map<String, Path> pictures,
        Map<String, Path> documents,
        Look look,
        boolean stems,
        Path scratch,
        Path target) {
    public CompileRequest {
        Objects.requireNonNull(manifest);
        Objects.requireNonNull(twins);
        Objects.requireNonNull(title);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(most);
        Objects.requireNonNull(look);
        Objects.requireNonNull(scratch);
        Objects.requireNonNull(target);
        segments = Map.copyOf(segments);
        pictures = Map.copyOf(pictures);
        documents = Map.copyOf(documents);
    }

    /** Of files that need no twins, however long and large it is. */
    public CompileRequest(
            Manifest manifest,
            Map<String, Path> segments,
            String title,
            Optional<OffsetDateTime> startedAt,
            Path scratch,
            Path target) {
        this(
                manifest,
                segments,
                Twins.NONE,
                title,
                startedAt,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Look.USUAL,
                false,
                scratch,
                target);
    }
}
