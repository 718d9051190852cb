package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the coded frames of a file are good for.
 *
 * @param keyFrames the times, within the file and in order, from which on it can be decoded without what comes before
 * @param notCopied why they can not be taken as they are, in words that follow "the file at 0:05"; absent where they
 *     can
 * @param notMixed why frames that are encoded to match them can not stand between them, in the same words; absent where
 *     they can
 */
public record CodedFrames(List<Duration> keyFrames, Optional<String> notCopied, Optional<String> notMixed) {
    public CodedFrames {
        keyFrames = List.copyOf(keyFrames);
        Objects.requireNonNull(notCopied);
        Objects.requireNonNull(notMixed);
    }

    /** Frames that can not be taken as they are. */
    public static CodedFrames notToBeCopied(String reason) {
        return new CodedFrames(List.of(), Optional.of(reason), Optional.empty());
    }
}
