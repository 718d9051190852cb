package org.webinararchiver.standalone.progress;

import java.util.Locale;

/** A number of bytes for people, in powers of a thousand. */
public final class ByteText {
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private ByteText() {}

    public static String of(long bytes) {
        return of((double) bytes);
    }

    static String of(double bytes) {
        if (bytes < MEGA) {
            return "%d kB".formatted((long) Math.ceil(bytes / KILO));
        }
        return bytes < GIGA
                ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGA)
                : String.format(Locale.ROOT, "%.2f GB", bytes / GIGA);
    }
}
