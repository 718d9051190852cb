package org.webinararchiver.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * What file is wanted of a recording; what is null is left to the server.
 *
 * @param start where on the recording's time axis the file begins, zero or later; null for its beginning
 * @param maxDuration how long the file may be, more than nothing; null for all that is left
 * @param quality {@code source}, {@code 1080p}, {@code 720p} or {@code 480p}; null for {@code source}
 * @param strict whether a file in which something is missing is none; null for no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Options(Duration start, Duration maxDuration, String quality, Boolean strict) {

    /** All of it, as it came, with its gaps. */
    public static final Options USUAL = new Options(null, null, null, null);
}
