package org.webinararchiver.simulator.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A way in which a media file is served with a good status and its right length, and is of no use. */
public enum Spoilage {
    /** The second half is missing, and nothing says so. */
    CUT_OFF,
    /** A bit of its description is flipped. */
    CORRUPT,
    EMPTY,
    /** A page that asks to log in. */
    WEB_PAGE,
    /** As long as the file, and nothing in it. */
    ZEROS;

    private static final String PAGE = "<!DOCTYPE html>\n<title>Log in</title>\n<p>Your session has ended.\n";

    /** What comes instead of this MP4 file. */
    byte[] of(byte[] file) {
        return switch (this) {
            case CUT_OFF -> Arrays.copyOf(file, file.length / 2);
            case CORRUPT -> corrupt(file);
            case EMPTY -> new byte[0];
            case WEB_PAGE -> PAGE.getBytes(StandardCharsets.UTF_8);
            case ZEROS -> new byte[file.length];
        };
    }

    /** The first box in the description becomes larger than what holds it. */
    private static byte[] corrupt(byte[] file) {
        var spoilt = file.clone();
        spoilt[new String(file, StandardCharsets.ISO_8859_1).indexOf("moov") + 4] ^= (byte) 0x80;
        return spoilt;
    }
}
