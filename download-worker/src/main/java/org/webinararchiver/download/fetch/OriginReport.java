package org.webinararchiver.download.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.web.RetryAfter;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.download.web.ProxyTrouble;
import org.webinararchiver.platform.budget.ConnectionBudget.Permit;

/** Tells a budget how an origin took a request. What a stopped thread or a slow network met says nothing about it. */
final class OriginReport {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private static final RetryAfter RETRY_AFTER = new RetryAfter(Clock.systemUTC());

    private final Permit connection;

    OriginReport(Permit connection) {
        this.connection = connection;
    }

    /** The answer is whole, or will not be read. */
    void answered(WebAnswer answer) {
        if (answer.status() == TOO_MANY_REQUESTS || answer.status() == SERVICE_UNAVAILABLE) {
            connection.refused(retryAfter(answer));
        } else {
            connection.succeeded();
        }
    }

    /** There was no answer, or it broke. */
    void failed(IOException failure) {
        if (!Thread.currentThread().isInterrupted() && brokeOff(failure)) {
            connection.refused(Optional.empty());
        }
    }

    /** The pause that the origin asked for; empty when it asked for none. */
    static Optional<Duration> retryAfter(WebAnswer answer) {
        return answer.header("retry-after").map(RETRY_AFTER::pause).filter(Duration::isPositive);
    }

    /** Whether the other side ended a connection that it had: by a reset, or before the announced end. */
    static boolean brokeOff(IOException failure) {
        return !(failure instanceof ProxyTrouble)
                && Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(OriginReport::isEndOfConnection);
    }

    private static boolean isEndOfConnection(Throwable cause) {
        return switch (cause) {
            case ConnectException neverThere -> false;
            case NoRouteToHostException neverThere -> false;
            case SocketException reset -> true;
            case ProtocolException tooShort -> true;
            case EOFException tooShort -> true;
            default -> false;
        };
    }
}
