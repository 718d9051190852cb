package org.webinararchiver.client;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A recording as the server shows it; what is not known yet is null. Lists and events show it without gaps and
 * artifacts.
 *
 * @param page the link in its plain form
 * @param outcome how whole its file is, once that is there
 * @param paused whether nothing is begun of it until somebody lets it go on
 * @param held whether its files are kept however old they are
 * @param video where the wanted file can be had, once it is there
 */
public record Recording(
        UUID id,
        String source,
        String page,
        RecordingState state,
        Outcome outcome,
        boolean paused,
        boolean held,
        String title,
        OffsetDateTime startedAt,
        Duration duration,
        Options options,
        Progress progress,
        List<Gap> gaps,
        Failure failure,
        List<Artifact> artifacts,
        String video,
        OffsetDateTime createdAt,
        OffsetDateTime finishedAt) {
    public Recording {
        state = Objects.requireNonNullElse(state, RecordingState.UNKNOWN);
        options = Objects.requireNonNullElse(options, Options.USUAL);
        progress = Objects.requireNonNullElse(progress, Progress.NONE);
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
        artifacts = artifacts == null ? List.of() : List.copyOf(artifacts);
    }

    /** Its title, or its page as long as that is not known. */
    public String name() {
        return title == null || title.isBlank() ? page : title;
    }

    /** The finished file of this name. */
    public Optional<Artifact> artifact(String name) {
        return artifacts.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
