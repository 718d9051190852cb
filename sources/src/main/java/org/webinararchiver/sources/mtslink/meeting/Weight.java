package org.webinararchiver.sources.mtslink.meeting;

/** How many things a remembered text counts as. */
final class Weight {
    private static final int CHARACTERS = 200;

    private Weight() {}

    static int of(String text) {
        return 1 + text.length() / CHARACTERS;
    }
}
