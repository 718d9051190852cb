package org.webinararchiver.standalone.progress;

import java.util.Map;

/** Colours, where the user wants them. */
public enum Style {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001B[0m";
    private static final String GREEN = "\u001B[32m";
    private static final String YELLOW = "\u001B[33m";
    private static final String RED = "\u001B[31m";

    /** As <a href="https://no-color.org">no-color.org</a> wants it. */
    public static Style by(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() ? COLOURED : PLAIN;
    }

    String bar(double share, int cells) {
        int full = (int) Math.round(share * cells);
        return in(GREEN, "█".repeat(full)) + "░".repeat(cells - full);
    }

    String good(String text) {
        return in(GREEN, text);
    }

    String doubtful(String text) {
        return in(YELLOW, text);
    }

    String bad(String text) {
        return in(RED, text);
    }

    private String in(String colour, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> text.isEmpty() ? text : colour + text + RESET;
        };
    }
}
