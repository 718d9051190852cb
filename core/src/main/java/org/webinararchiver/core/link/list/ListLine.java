package org.webinararchiver.core.link.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses in one line of a list, each with the name that belongs to it.
 *
 * <p>Names stand before their addresses or after them, but do so alike within a line: where the first address has a
 * name before it, all have. A single address may have both, which together are its name.
 */
final class ListLine {
    /** An address ends where something stands that belongs to the list and not to it. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s\\p{Z}|<>\"'«»“”„`,;]+");

    private static final Pattern COMMENT_LINE = Pattern.compile("\\s*(?:#|//).*");

    /** Right behind an address anything, later on only a sign that stands alone: "Lecture #3" is a name. */
    private static final Pattern COMMENT = Pattern.compile("^\\s+(?:#|//).*|\\s(?:#|//)(?=\\s|$).*");

    private static final Pattern NUMBERING = Pattern.compile("^\\s*(?:\\d{1,3}[.)]|[-*•–—])(?=\\s)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern QUOTED = Pattern.compile("[\"«“„'](.*)[\"»”“']");

    /** What a sentence or a bracket around an address leaves at its end. */
    private static final String TRAIL = ".:!)]}*";

    /** What stands between a name and its address, on either side. */
    private static final String SEPARATORS = "|,;:=<>[]()–—-";

    private final List<String> addresses = new ArrayList<>();
    /** What stands before the first address, between two, and behind the last. */
    private final List<String> words = new ArrayList<>();

    private ListLine(String line) {
        var found = ADDRESS.matcher(line);
        int from = 0;
        while (found.find() && (addresses.isEmpty() || !isCommentedOut(line, from, found.start()))) {
            words.add(line.substring(from, found.start()));
            addresses.add(Edges.without("", found.group(), TRAIL));
            from = found.end();
        }
        words.add(line.substring(from));
    }

    /** Whether there is a comment between an address and the next one. */
    private static boolean isCommentedOut(String line, int from, int until) {
        return COMMENT.matcher(line.substring(from, until)).find();
    }

    /** An address and what the line calls it. */
    record Named(Optional<String> name, String address) {}

    /** Whether the line is empty or a comment. */
    static boolean saysNothing(String line) {
        return Edges.without("", line, "").isEmpty()
                || COMMENT_LINE.matcher(line).matches();
    }

    /** Empty when there is no address in the line. */
    static List<Named> read(String line) {
        return new ListLine(line).named();
    }

    private List<Named> named() {
        if (addresses.size() == 1) {
            var name = Stream.of(before(0), after(0)).flatMap(Optional::stream).toList();
            return List.of(new Named(
                    Optional.of(String.join(" ", name)).filter(text -> !text.isEmpty()), addresses.getFirst()));
        }
        var named = new ArrayList<Named>();
        for (int place = 0; place < addresses.size(); place++) {
            var name = before(0).isPresent() ? before(place) : after(place);
            named.add(new Named(name, addresses.get(place)));
        }
        return named;
    }

    private Optional<String> before(int place) {
        return name(NUMBERING.matcher(words.get(place)).replaceFirst(""));
    }

    private Optional<String> after(int place) {
        return name(COMMENT.matcher(words.get(place + 1)).replaceFirst(""));
    }

    private static Optional<String> name(String words) {
        var plain = Edges.without(SEPARATORS, words, SEPARATORS);
        var quoted = QUOTED.matcher(plain);
        var name = BLANKS.matcher(quoted.matches() ? quoted.group(1) : plain)
                .replaceAll(" ")
                .strip();
        return Optional.of(name).filter(text -> !text.isEmpty());
    }
}
