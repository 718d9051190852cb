package org.webinararchiver.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * What file is wanted of a recording; what is null is left to the server.
 *
 * @param start where on the recording's time axis the file begins, zero or later; null for its beginning
 * @param maxDuration how long the file may be, more than nothing; null for all that is left
 * @param layout {@code auto}, {@code stage}, {@code gallery}, {@code speaker}, or {@code audio} for no picture at all;
 *     null for {@code auto}
 * @param quality {@code source}, {@code 1080p}, {@code 720p} or {@code 480p}; null for {@code source}
 * @param chat whether messages are shown, where the layout has room for them; null for yes
 * @param hideSilent whether people are left out while they are silent; null for no
 * @param strict whether a file in which something is missing is none; null for no
 * @param stems whether the sound of each participant is wanted beside it; null for no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Options(
        Duration start,
        Duration maxDuration,
        String layout,
        String quality,
        Boolean chat,
        Boolean hideSilent,
        Boolean strict,
        Boolean stems) {

    /** All of it, as it came, with its gaps. */
    public static final Options USUAL = new Options(null, null, null, null, null, null, null, null);

    public Options withStart(Duration other) {
        return new Options(other, maxDuration, layout, quality, chat, hideSilent, strict, stems);
    }

    public Options withMaxDuration(Duration other) {
        return new Options(start, other, layout, quality, chat, hideSilent, strict, stems);
    }

    public Options withLayout(String other) {
        return new Options(start, maxDuration, other, quality, chat, hideSilent, strict, stems);
    }

    public Options withQuality(String other) {
        return new Options(start, maxDuration, layout, other, chat, hideSilent, strict, stems);
    }

    public Options withChat(boolean other) {
        return new Options(start, maxDuration, layout, quality, other, hideSilent, strict, stems);
    }

    public Options withHideSilent(boolean other) {
        return new Options(start, maxDuration, layout, quality, chat, other, strict, stems);
    }

    public Options withStrict(boolean other) {
        return new Options(start, maxDuration, layout, quality, chat, hideSilent, other, stems);
    }

    public Options withStems(boolean other) {
        return new Options(start, maxDuration, layout, quality, chat, hideSilent, strict, other);
    }
}
