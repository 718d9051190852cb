package org.webinararchiver.compile;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.compile.companion.Outline;
import org.webinararchiver.compile.join.Description;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.timeline.Gap;

/**
 * What is known of a recording when its picture and sound are made.
 *
 * @param manifest in which twins stand in for what files lack
 * @param title any characters
 * @param startedAt where known
 * @param duration of the whole recording
 * @param gaps what is missing from the beginning
 * @param stems whether the sound of each participant is wanted beside the file
 */
public record About(
        Manifest manifest,
        String title,
        Optional<OffsetDateTime> startedAt,
        Duration duration,
        List<Gap> gaps,
        boolean stems) {
    public About {
        Objects.requireNonNull(manifest);
        Objects.requireNonNull(title);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(duration);
        gaps = List.copyOf(gaps);
    }

    Outline outline(Map<String, MediaProbe> probes) {
        return Outline.of(manifest, probes, duration);
    }

    Description description(Outline outline) {
        return new Description(title, startedAt, outline.chapters());
    }
}
