package org.webinararchiver.api.batch;

import java.util.regex.Pattern;

/** The beginning of something that was sent, so that it is found again: one line without anything secret. */
final class QuotedText {
    private static final int LONGEST = 100;

    /** Which holds all that is quoted, and a token that begins in it. */
    private static final int LOOKED_AT = 1000;

    /** Behind these in a link, or beside one, there may be a token, a password or a session; long words are tokens. */
    private static final Pattern SECRET = Pattern.compile("[?#=;]|[^\\s/@]*@|[0-9A-Za-z_-]{24,}");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private QuotedText() {}

    static String of(String text) {
        var open = shortened(SECRET.split(shortened(text, LOOKED_AT), 2)[0], LONGEST);
        var plain = UNPRINTABLE.matcher(open).replaceAll(" ").strip();
        return open.length() < text.length() ? plain + "…" : plain;
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
