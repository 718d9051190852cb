package org.webinararchiver.core.recording;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Texts as parts of the names of files, safe on every file system in use: no separators, no characters that Windows
 * forbids, no device names, no dot or space at an end.
 */
public final class SafeText {
    /** The zero-width joiner, which holds some emoji together, is the one invisible character that is kept. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?:(?!\\x{200D})[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|])+");

    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

    private SafeText() {}

    /**
     * As much of a text, which may hold anything, as is safe.
     *
     * @param mostBytes of the result, as UTF-8
     * @param nameless what it is called where nothing is left
     */
    public static String of(String text, int mostBytes, String nameless) {
        var plain = FORBIDDEN
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("_");
        var spaced = plain.replaceAll("\\s+", " ");
        var trimmed = withoutDotsAndSpacesAtItsEnds(spaced);
        if (trimmed.isEmpty() || trimmed.equals("_")) {
            return nameless;
        }
        return shortened(DEVICE.matcher(trimmed).matches() ? "_" + trimmed : trimmed, mostBytes);
    }

    /** As many whole characters as there is room for. */
    static String shortened(String text, int mostBytes) {
        var result = new StringBuilder();
        int bytes = 0;
        for (var codePoint : text.codePoints().toArray()) {
            bytes += bytes(Character.toString(codePoint));
            if (bytes > mostBytes) {
                return withoutDotsAndSpacesAtItsEnds(result.toString());
            }
            result.appendCodePoint(codePoint);
        }
        return text;
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String withoutDotsAndSpacesAtItsEnds(String text) {
        return text.replaceAll("^[. ]+", "").replaceAll("[. ]+$", "");
    }
}
