package org.webinararchiver.core.recording;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a recording's folder and file: its title and when it began, for example
 * {@code Algebra_2026-01-28_17_06_28}. Safe on every file system in use: no separators, no characters that Windows
 * forbids, no device names, no dot or space at an end, short enough with any of our endings.
 */
public record ArchiveName(String value) {
    /** File systems take 255 bytes; some are left for an ending such as {@code .mp4}. */
    private static final int MOST_BYTES = 240;

    private static final int MOST_BYTES_OF_A_FILE = 250;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH_mm_ss");
    private static final Pattern TIMED = Pattern.compile("(?s).*(?<time>_\\d{4}-\\d\\d-\\d\\d_\\d\\d_\\d\\d_\\d\\d)");

    private static final String NAMELESS = "Recording";

    /** The name of a recording with this title, which may hold anything, that began at this time. */
    public static ArchiveName of(String title, Optional<OffsetDateTime> startedAt) {
        var ending = startedAt.map(time -> "_" + time.format(WHEN)).orElse("");
        return new ArchiveName(SafeText.of(title, MOST_BYTES - ending.length(), NAMELESS) + ending);
    }

    /**
     * The name of a file in the recording's folder: this name and an ending. Where both together are too long, the
     * title is shortened and the time kept.
     *
     * @param ending such as {@code .mp4} or {@code _720p.mp4}, at most 200 bytes
     */
    public String file(String ending) {
        var matcher = TIMED.matcher(value);
        var time = matcher.matches() ? matcher.group("time") : "";
        var name = value.substring(0, value.length() - time.length());
        return SafeText.shortened(name, MOST_BYTES_OF_A_FILE - time.length() - SafeText.bytes(ending)) + time + ending;
    }

    @Override
    public String toString() {
        return value;
    }
}
