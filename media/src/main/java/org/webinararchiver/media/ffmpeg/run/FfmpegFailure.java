package org.webinararchiver.media.ffmpeg.run;

import java.io.Serial;
import java.util.Objects;
import java.util.OptionalInt;

/** A run of ffmpeg that did not do what it was to do. What it has written is of no use. */
public final class FfmpegFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int exitCode;
    private final String errors;

    /** How it failed. */
    public enum Kind {
        /** The program could not be started, or not be listened to. */
        NOT_RUN,
        /** It ended by itself with a code other than 0. */
        EXITED,
        /** It was ended since a file that it wrote became larger than allowed. */
        OUTPUT_TOO_LARGE,
        /** It was ended since it took longer than allowed. */
        TIMED_OUT
    }

    FfmpegFailure(Kind kind, OptionalInt exitCode, String errors, Throwable cause) {
        super(message(kind, exitCode, errors), cause);
        this.kind = kind;
        this.exitCode = exitCode.orElse(-1);
        this.errors = Objects.requireNonNull(errors);
    }

    private static String message(Kind kind, OptionalInt exitCode, String errors) {
        var told = errors.isEmpty() ? "" : ": " + errors;
        return switch (kind) {
            case NOT_RUN -> "ffmpeg could not be run" + told;
            case EXITED -> "ffmpeg ended with code " + exitCode.orElse(-1) + told;
            case OUTPUT_TOO_LARGE -> "ffmpeg wrote more than allowed" + told;
            case TIMED_OUT -> "ffmpeg took longer than allowed" + told;
        };
    }

    public Kind kind() {
        return kind;
    }

    /** Absent when it could not be run; 128 and the signal's number when a signal ended it. */
    public OptionalInt exitCode() {
        return exitCode < 0 ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    /** The last lines, up to 16 KiB, of what it said about its errors. */
    public String errors() {
        return errors;
    }
}
