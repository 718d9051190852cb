package org.webinararchiver.platform.quota;

import java.io.Serial;
import java.time.Duration;

/** Work on no more recordings may be begun just now. Nothing was changed. */
public final class OverQuota extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    private final Kind kind;
    private final Duration retryAfter;

    /** Which limit was met. */
    public enum Kind {
        A_DAY(
                "recordings-a-day",
                "Recordings are counted by days of UTC; go on tomorrow, or have the limit raised: keys limit."),
        UNDER_WAY(
                "recordings-under-way", "Wait until one has ended, cancel one, or have the limit raised: keys limit.");

        private final String reason;
        private final String advice;

        Kind(String reason, String advice) {
            this.reason = reason;
            this.advice = advice;
        }
    }

    private OverQuota(Kind kind, String message, Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    static OverQuota ofTheDay(int most, Duration untilMidnight) {
        return new OverQuota(
                Kind.A_DAY, "%d recordings were begun today, and no more may be.".formatted(most), untilMidnight);
    }

    static OverQuota underWay(int most) {
        return new OverQuota(
                Kind.UNDER_WAY, "%d recordings are under way, and no more may be at once.".formatted(most), USUAL_WAIT);
    }

    /** A word that programs may rely on. */
    public String reason() {
        return kind.reason;
    }

    public String advice() {
        return kind.advice;
    }

    /** When it is worth trying again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
