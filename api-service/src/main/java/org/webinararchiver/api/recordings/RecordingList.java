package org.webinararchiver.api.recordings;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of recordings, newest first. */
public record RecordingList(
        List<RecordingSummary> recordings,

        @Schema(description = "The cursor of the next page; null when this one is the last.")
        String next) {}
