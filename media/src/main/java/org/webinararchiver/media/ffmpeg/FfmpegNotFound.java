package org.webinararchiver.media.ffmpeg;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** No ffmpeg of use is installed; the message lists what was looked at, why it was refused, and what to do. */
public final class FfmpegNotFound extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String ADVICE = "Install ffmpeg " + Requirements.OLDEST.text()
            + " or newer with libx264 (on Debian or Ubuntu: apt-get install ffmpeg; on macOS: brew install ffmpeg),"
            + " or name one with ARCHIVER_FFMPEG=/path/to/ffmpeg.";

    private final transient List<Refusal> refusals;

    FfmpegNotFound(List<Refusal> refusals) {
        super(refusals.stream()
                .map(refusal -> "\n  " + refusal)
                .collect(Collectors.joining("", "No ffmpeg that can be used was found. Looked at:", "\n" + ADVICE)));
        this.refusals = List.copyOf(refusals);
    }

    /** What was looked at, in that order. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
