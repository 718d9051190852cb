package org.webinararchiver.deploy.observability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an expression of PromQL names. It is read word by word, which is enough to tell figures, labels and functions
 * apart.
 *
 * @param selections the figures, each with what is asked of its labels
 * @param grouped the labels that results are told apart or matched by
 */
public record PromQl(List<Selection> selections, Set<String> grouped) {
    private static final Pattern WORD = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|#[^\\n]*|\\[[^]\\[]*]|[A-Za-z_:][\\w:]*|[0-9][0-9.e+]*|=~|!~|!=|>=|<=|==|\\S");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_:][\\w:]*");
    private static final Pattern RANGE = Pattern.compile("\\[([0-9]+[smhd]|\\$__rate_interval)]");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");
    private static final Set<String> BEFORE_LABELS =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> FUNCTIONS =
            Set.of("sum", "max", "count", "rate", "increase", "absent", "histogram_quantile", "vector");
    private static final Map<String, String> PAIRS = Map.of(")", "(", "}", "{");

    /**
     * A figure, and what its labels must be.
     *
     * @param asked by label, the operator and the text
     */
    public record Selection(String figure, Map<String, String> asked) {}

    /**
     * Reads an expression.
     *
     * @throws AssertionError when it is not one, as far as can be seen
     */
    public static PromQl of(String expression) {
        return new Reader(expression).read();
    }

    private static final class Reader {
        private final String expression;
        private final List<String> words;
        private final List<Selection> selections = new ArrayList<>();
        private final Set<String> grouped = new LinkedHashSet<>();
        private final Deque<String> open = new ArrayDeque<>();
        private int at;

        Reader(String expression) {
            this.expression = expression;
            this.words = WORD.matcher(expression)
                    .results()
                    .map(word -> word.group())
                    .filter(word -> !word.startsWith("#"))
                    .toList();
        }

        PromQl read() {
            while (at < words.size()) {
                var word = words.get(at++);
                if (NAME.matcher(word).matches()) {
                    named(word);
                } else if (word.startsWith("[")) {
                    require(RANGE.matcher(word).matches(), word);
                } else {
                    balance(word);
                }
            }
            require(open.isEmpty(), "the end");
            return new PromQl(selections, grouped);
        }

        private void named(String word) {
            if (BEFORE_LABELS.contains(word)) {
                labels();
            } else if (FUNCTIONS.contains(word)) {
                require(next().equals("(") || next().equals("by"), word);
            } else if (!OPERATORS.contains(word)) {
                require(!next().equals("("), word + ", which is no function that is used here");
                selections.add(new Selection(word, next().equals("{") ? asked() : Map.of()));
            }
        }

        private void labels() {
            require(take().equals("("), "a list of labels");
            for (var word = take(); !word.equals(")"); word = take()) {
                if (!word.equals(",")) {
                    require(NAME.matcher(word).matches(), word);
                    grouped.add(word);
                }
            }
        }

        private Map<String, String> asked() {
            var asked = new TreeMap<String, String>();
            take();
            do {
                var label = take();
                var how = take() + take();
                require(NAME.matcher(label).matches() && how.matches("(=|=~|!=|!~)\".*\""), label + how);
                require(asked.put(label, how) == null, label);
            } while (next().equals(",") && take() != null);
            require(take().equals("}"), "labels");
            return asked;
        }

        private void balance(String word) {
            if (PAIRS.containsValue(word)) {
                open.push(word);
            } else if (PAIRS.containsKey(word)) {
                require(PAIRS.get(word).equals(open.poll()), word);
            } else {
                require(word.matches("[0-9].*|[-+*/%^<>,]|==|!=|<=|>="), word);
            }
        }

        private String next() {
            return at < words.size() ? words.get(at) : "";
        }

        private String take() {
            require(at < words.size(), "the end");
            return words.get(at++);
        }

        private void require(boolean right, String where) {
            if (!right) {
                throw new AssertionError("not PromQL at " + where + ": " + expression);
            }
        }
    }
}
