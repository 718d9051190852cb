package org.webinararchiver.compile.measure;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A packet as ffmpeg's {@code framecrc} lists it.
 *
 * @param stream counted from 0
 * @param decoded when it is decoded, in ticks of its stream
 * @param shown when it is shown or heard, in ticks of its stream
 */
record Packet(int stream, long decoded, long shown) {
    private static final Pattern LINE = Pattern.compile("(\\d{1,2}),\\s*(-?\\d{1,18}),\\s*(-?\\d{1,18}),.*");

    /** Empty for a line that tells of no packet. */
    static Optional<Packet> of(String line) {
        var fields = LINE.matcher(line);
        return fields.matches()
                ? Optional.of(new Packet(
                        Integer.parseInt(fields.group(1)),
                        Long.parseLong(fields.group(2)),
                        Long.parseLong(fields.group(3))))
                : Optional.empty();
    }
}
