package org.webinararchiver.standalone.progress;

/** Texts measured in the cells of a terminal: most characters take one, those of East Asia and emoji two. */
final class CellText {
    private CellText() {}

    static int width(String text) {
        return text.codePoints().map(CellText::cells).sum();
    }

    /** The text in at most so many cells; the end of a longer one is left out and marked. */
    static String within(int cells, String text) {
        if (width(text) <= cells) {
            return text;
        }
        var result = new StringBuilder();
        int used = 0;
        for (var codePoint : text.codePoints().toArray()) {
            used += cells(codePoint);
            if (used > cells - 1) {
                break;
            }
            result.appendCodePoint(codePoint);
        }
        return cells < 1 ? "" : result.append('…').toString();
    }

    /** The text as one line that moves nothing on a terminal, whoever wrote it. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    }

    private static int cells(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** By the blocks of Unicode that terminals draw wide. */
    private static boolean isWide(int codePoint) {
        return between(codePoint, 0x1100, 0x115F)
                || between(codePoint, 0x2E80, 0xA4CF)
                || between(codePoint, 0xAC00, 0xD7A3)
                || between(codePoint, 0xF900, 0xFAFF)
                || between(codePoint, 0xFE30, 0xFE6F)
                || between(codePoint, 0xFF00, 0xFF60)
                || between(codePoint, 0xFFE0, 0xFFE6)
                || between(codePoint, 0x1F300, 0x1F64F)
                || between(codePoint, 0x1F680, 0x1F6FF)
                || between(codePoint, 0x1F900, 0x1FAFF)
                || between(codePoint, 0x20000, 0x3FFFD);
    }

    private static boolean between(int codePoint, int from, int to) {
        return codePoint >= from && codePoint <= to;
    }
}
