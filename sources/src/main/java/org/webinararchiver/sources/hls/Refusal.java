package org.webinararchiver.sources.hls;

import java.net.URI;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;

/** Why a playlist is of no use. None of it passes by itself, so each costs the file alone and no further attempt. */
final class Refusal {
    private static final String LOOK =
            "Open the recording in a browser; if this part plays there, report it with this message.";

    private Refusal() {}

    static FailureException unreadable(URI playlist, String why) {
        return refused("playlist-unreadable", "The playlist %s cannot be read: %s.".formatted(playlist, why), LOOK);
    }

    static FailureException empty(URI playlist) {
        return refused("playlist-empty", "The playlist %s lists nothing.".formatted(playlist), LOOK);
    }

    static FailureException tooLong(URI playlist, int most, String what) {
        return refused(
                "playlist-too-long",
                "The playlist %s has more than %,d %s.".formatted(playlist, most, what),
                "If it is meant to be so long, raise the limits below archiver.download.twins.");
    }

    static FailureException endless(URI playlist) {
        return refused(
                "playlist-endless",
                "The playlist %s has no end, as of something that is still going on.".formatted(playlist),
                "Submit the link again when the recording is finished.");
    }

    static FailureException encrypted(URI playlist, String how) {
        return refused(
                "playlist-protected",
                "What the playlist %s lists is protected by %s.".formatted(playlist, how),
                "Protected media cannot be archived; ask the recording's author for an open one.");
    }

    static FailureException unsupported(URI playlist, String what) {
        return refused("playlist-unsupported", "The playlist %s %s.".formatted(playlist, what), LOOK);
    }

    private static FailureException refused(String reason, String message, String advice) {
        return new FailureException(new Failure.OfTask(reason, message, advice));
    }
}
