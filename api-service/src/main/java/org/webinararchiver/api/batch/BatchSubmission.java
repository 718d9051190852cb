package org.webinararchiver.api.batch;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.webinararchiver.api.recordings.Submission;
import org.webinararchiver.api.recordings.WantedOptions;

/** A batch as JSON. It is not read into this, but piece by piece by {@link JsonBatch}. */
@Schema(name = "Batch")
public record BatchSubmission(
        @Schema(required = true, description = "Up to 10,000.")
        List<Submission> recordings,

        @Schema(description = "For those that have none of their own.")
        String sessionId,

        @Schema(description = "For those that have none of their own.")
        WantedOptions options) {}
