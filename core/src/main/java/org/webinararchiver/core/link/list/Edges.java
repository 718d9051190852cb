package org.webinararchiver.core.link.list;

/** Cuts off what stands at the ends of a text and does not belong to it. */
final class Edges {
    private Edges() {}

    /**
     * The text without blanks and signs at its ends.
     *
     * @param leading signs that are cut off at the beginning
     * @param trailing signs that are cut off at the end
     */
    static String without(String leading, String text, String trailing) {
        int from = 0;
        int until = text.length();
        while (from < until && isCutOff(text.charAt(from), leading)) {
            from++;
        }
        while (until > from && isCutOff(text.charAt(until - 1), trailing)) {
            until--;
        }
        return text.substring(from, until);
    }

    private static boolean isCutOff(char sign, String signs) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.isISOControl(sign)
                || Character.getType(sign) == Character.FORMAT
                || signs.indexOf(sign) >= 0;
    }
}
