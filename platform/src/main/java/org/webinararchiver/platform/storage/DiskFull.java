package org.webinararchiver.platform.storage;

import java.util.List;
import java.util.Locale;

/** Recognises a disk without room by the words of the operating system, which Java passes on and gives no type. */
public final class DiskFull {
    /** ENOSPC and EDQUOT of Linux and macOS, ERROR_DISK_FULL of Windows. */
    private static final List<String> WORDS =
            List.of("no space left on device", "disk quota exceeded", "not enough space on the disk");

    private DiskFull() {}

    /** Whether something broke since a disk was full. */
    public static boolean isCauseOf(Throwable broken) {
        for (var cause = broken; cause != null; cause = cause.getCause()) {
            if (isSaidBy(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /** Whether these words, or those of a program that was run, say so. */
    public static boolean isSaidBy(String message) {
        return message != null && WORDS.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains);
    }
}
