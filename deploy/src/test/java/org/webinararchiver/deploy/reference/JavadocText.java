package org.webinararchiver.deploy.reference;

import java.util.regex.Pattern;

/** A comment in Java as Markdown. */
record JavadocText(String first, String rest) {
    private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");
    private static final Pattern ANY_OTHER = Pattern.compile("\\{@\\w+|</?\\w+>");
    private static final Pattern SENTENCE_END = Pattern.compile("\\.(?= [A-Z]|$)");

    /** @throws IllegalArgumentException when there is none, or one with tags that Markdown has no word for */
    static JavadocText of(String owner, String comment) {
        if (comment == null || comment.isBlank()) {
            throw new IllegalArgumentException(owner + " has no Javadoc that tells an operator what it does");
        }
        var text = CODE.matcher(comment.strip().replaceAll("\\s+", " ")).replaceAll("`$1`");
        if (ANY_OTHER.matcher(text).find()) {
            throw new IllegalArgumentException("only {@code …} is known in the Javadoc of a setting: " + owner);
        }
        var end = SENTENCE_END.matcher(text);
        if (!end.find()) {
            throw new IllegalArgumentException("the Javadoc of " + owner + " is no sentence: " + text);
        }
        return new JavadocText(
                text.substring(0, end.start()), text.substring(end.end()).strip());
    }

    String whole() {
        return (first + ". " + rest).strip();
    }
}
